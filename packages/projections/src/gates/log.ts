import type { BusinessId, Documents, Instant } from '@millrace/kernel';
import { type CriterionResult, projectStream, type Reviewer } from '@millrace/sales';
import { byText } from '../count.js';
import { byProject, isOf, type ProjectEntry } from '../projects/index.js';
import type { EventRef } from '../receipt.js';
import type { GateDocument, MoveEvent } from './view.js';

type Decided = Extract<MoveEvent, { readonly type: 'GateDecided' }>['data'];

/** What a decision rests on: an event of the project, or a document with its time. */
export type GateEvidence = EventRef | { readonly document: string; readonly at: Instant };

/** A condition of a conditional go, and how it was met; nothing where it was not. */
export interface ConditionLine {
  readonly id: string;
  readonly text: string;
  readonly due: Instant;
  readonly fulfilledAt: Instant | null;
  readonly confirmedBy: BusinessId | null;
  readonly late: boolean;
}

/** A decision at a gate, whole: what auditors read. */
export interface GateLine extends EventRef {
  readonly project: string;
  readonly at: Instant;
  readonly review: BusinessId;
  readonly gates: ReadonlyArray<string>;
  readonly decision: Decided['decision'];
  readonly requestedBy: BusinessId | null;
  readonly requestedAt: Instant | null;
  readonly chair: BusinessId;
  readonly reviewers: ReadonlyArray<Reviewer>;
  readonly independence: Decided['independence'];
  /** Who joined a project later whose gate one person had reviewed alone. @source PRJ-37 */
  readonly flaggedBy: ReadonlyArray<BusinessId>;
  readonly form: Decided['form'];
  readonly criteria: ReadonlyArray<CriterionResult>;
  readonly evidence: ReadonlyArray<GateEvidence>;
  readonly conditions: ReadonlyArray<ConditionLine>;
  readonly to: string | null;
  readonly redo: ReadonlyArray<string>;
  readonly comment: string | null;
  readonly template: string;
  /** The version of the playbook whose criteria were asked. */
  readonly playbook: string;
}

/** What of the log is asked for. */
export interface GateLogQuestion {
  readonly asOf: Instant;
  /** All projects, when left out. */
  readonly project?: string | undefined;
}

/** Every decision, by time and, at the same instant, by project and as recorded. @source PRJ-5 */
export const gateLog = (
  documents: Documents<GateDocument>,
  { asOf, project }: GateLogQuestion,
): ReadonlyArray<GateLine> =>
  byProject(documents)
    .filter(([id]) => project === undefined || id === project)
    .flatMap(([id, { moves }]) =>
      linesOf(
        id,
        moves.filter(({ at }) => at <= asOf),
      ),
    )
    .sort((a, b) => byText(a.at, b.at));

const linesOf = (project: string, moves: ReadonlyArray<ProjectEntry>): ReadonlyArray<GateLine> => {
  const runs = moves.filter(isOf('ProjectOpened', 'ProcessMigrated'));
  const requests = moves.filter(isOf('GateReviewRequested'));
  const fulfilments = moves.filter(isOf('ConditionFulfilled'));
  const flags = moves.filter(isOf('SelfReviewFlagged'));
  const stream = projectStream(project);
  return moves.filter(isOf('GateDecided')).map(({ by, at, event: { data } }): GateLine => {
    const { review, gates, decision, chair, reviewers, independence, form, criteria, evidence } = data;
    const run = runs.findLast((one) => one.by < by)?.event.data;
    const request = requests.find(({ event }) => event.data.review === review);
    return {
      stream,
      revision: by,
      project,
      at,
      review,
      gates,
      decision,
      requestedBy: request?.event.data.requestedBy ?? null,
      requestedAt: request?.at ?? null,
      chair,
      reviewers,
      independence,
      flaggedBy: flags.filter(({ event }) => event.data.reviews.includes(review)).map(({ event }) => event.data.person),
      form,
      criteria,
      evidence: evidence.map((one) => ('revision' in one ? { stream, revision: one.revision } : one)),
      conditions: (data.conditions ?? []).map(({ id, text, due }): ConditionLine => {
        const met = fulfilments.find(({ event }) => event.data.review === review && event.data.condition === id);
        return {
          id,
          text,
          due,
          fulfilledAt: met?.at ?? null,
          confirmedBy: met?.event.data.confirmedBy ?? null,
          late: met?.event.data.late ?? false,
        };
      }),
      to: data.to ?? null,
      redo: data.redo ?? [],
      comment: data.comment ?? null,
      template: run?.template ?? '',
      playbook: run?.playbook ?? '',
    };
  });
};
