/** A gate log as a hand would fold it for speed: parsed texts in, nothing checked. */
import type { Envelope } from '@millrace/kernel';
import type { GateLine } from '@millrace/projections';
import type { ProjectEvent } from '@millrace/sales';

type Data<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { readonly type: Type }>['data'];

/** What a hand keeps of a gate's past. */
export interface GateNotes {
  readonly runs: Map<string, Data<'ProjectOpened'>>;
  readonly requests: Map<string, readonly [at: string, by: string]>;
  readonly lines: Map<string, GateLine>;
}

/** Shows one event to the notes. */
export const showGate = (
  { runs, requests, lines }: GateNotes,
  { stream, type, data, meta }: Envelope<ProjectEvent>,
  revision: number,
): void => {
  const event = { type, data } as ProjectEvent;
  switch (event.type) {
    case 'ProjectOpened':
      runs.set(stream, event.data);
      return;
    case 'GateReviewRequested':
      requests.set(`${stream} ${event.data.review}`, [meta.effectiveAt, event.data.requestedBy]);
      return;
    case 'GateDecided': {
      const { conditions = [], to = null, redo = [], comment = null, evidence, ...rest } = event.data;
      const run = runs.get(stream);
      const [requestedAt = null, requestedBy = null] = requests.get(`${stream} ${rest.review}`) ?? [];
      lines.set(`${stream} ${rest.review}`, {
        stream,
        revision,
        project: stream.slice('project-'.length),
        at: meta.effectiveAt,
        ...rest,
        requestedBy,
        requestedAt,
        flaggedBy: [],
        evidence: evidence.map((one) => ('revision' in one ? { stream, revision: one.revision } : one)),
        conditions: conditions.map((one) => ({ ...one, fulfilledAt: null, confirmedBy: null, late: false })),
        to,
        redo,
        comment,
        template: run?.template ?? '',
        playbook: run?.playbook ?? '',
      } as GateLine);
      return;
    }
    case 'ConditionFulfilled': {
      const { review, condition, confirmedBy, late } = event.data;
      const line = lines.get(`${stream} ${review}`);
      const met = line?.conditions.find(({ id }) => id === condition);
      if (met !== undefined) Object.assign(met, { fulfilledAt: meta.effectiveAt, confirmedBy, late });
      return;
    }
    default:
      return;
  }
};
