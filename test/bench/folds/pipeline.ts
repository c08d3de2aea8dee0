/** A pipeline board and a gate log as a hand would fold them for speed: parsed texts in, nothing checked. */
import type { Envelope } from '@millrace/kernel';
import type { GateLine } from '@millrace/projections';
import type { ProjectEvent } from '@millrace/sales';

/** Where a project stands, and what it is thought to be worth. */
export interface Card {
  phase: string;
  minor: number | undefined;
  bp: number | undefined;
  outcome: string | undefined;
  closed: boolean;
}

type Data<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { readonly type: Type }>['data'];

/** Shows one event to the cards. */
export const showCard = (cards: Map<string, Card>, { stream, type, data }: Envelope<ProjectEvent>): void => {
  const event = { type, data } as ProjectEvent;
  if (event.type === 'ProjectOpened') {
    const { process, amount } = event.data;
    const phase = process.stages[0]?.phases.at(-1) ?? '';
    cards.set(stream, { phase, minor: amount?.minor, bp: undefined, outcome: undefined, closed: false });
    return;
  }
  const card = cards.get(stream);
  if (card === undefined) return;
  switch (event.type) {
    case 'PhaseEntered':
      card.phase = event.data.phases.at(-1) ?? '';
      return;
    case 'AmountEstimated':
      card.minor = event.data.amount.minor;
      return;
    case 'ProbabilityAssessed':
      card.bp = event.data.bp;
      return;
    case 'ContractSigned':
      card.outcome = 'won';
      card.minor = event.data.amount?.minor ?? card.minor;
      return;
    case 'ProjectClosed':
      card.outcome ??= event.data.outcome;
      card.closed = true;
      return;
    default:
      return;
  }
};

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
