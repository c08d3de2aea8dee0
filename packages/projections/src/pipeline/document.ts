import type { BusinessId, LocalDate, Money } from '@millrace/kernel';
import type { ProjectEvent, ProjectOutcome, Term } from '@millrace/sales';
import type { Dated, Since, Timeline } from '../timeline.js';

/** How an opportunity came to us: by its one first channel, whatever is said later. @source Q38, GAT-13 */
export interface PipelineOrigin extends Dated {
  readonly by: number;
  readonly channel: Term;
  readonly customer: BusinessId | null;
  /** The project that this one extends. */
  readonly parent: BusinessId | null;
}

/** How a project was opened; from then on it is a unit of the funnel. */
export interface PipelineOpening extends Dated {
  readonly by: number;
  readonly saleType: Term | null;
  /** As it was written. */
  readonly product: string | null;
}

/** Which template a project runs, and of which version of the playbook. */
export interface PipelineProcess {
  readonly template: Term;
  readonly playbook: string;
}

/** An event of a project, by its type. */
export type EventTo<Type extends ProjectEvent['type']> = Extract<ProjectEvent, { readonly type: Type }>;

/** Why phases were entered; `process`: another process puts the project in another stage. */
export type EntryCause = EventTo<'PhaseEntered'>['data']['cause'] | 'opening' | 'process';

/** What a move does. Phases are those of one stage, in their order. */
export type PipelineStep =
  | { readonly kind: 'entered'; readonly phases: ReadonlyArray<Term>; readonly cause: EntryCause }
  | { readonly kind: 'signed' }
  | { readonly kind: 'terminated' }
  | {
      readonly kind: 'closed';
      readonly outcome: ProjectOutcome;
      /** The reason given; of a kill, the gate. */
      readonly reason: string | null;
      readonly competitor: string | null;
    }
  | { readonly kind: 'reopened' };

/** Moves never go back in effective time, so they are in its order. */
export interface PipelineMove extends Dated {
  readonly by: number;
  readonly step: PipelineStep;
}

/** What somebody thinks of a project. @units basis points */
export interface PipelineProbability {
  readonly phase: Term;
  readonly bp: number;
  readonly assessedBy: BusinessId;
}

/** One project's own moves and dated facts; nothing in it depends on other projects or on a store. */
export interface PipelineDocument {
  /** Null only where the log is torn. */
  readonly origin: PipelineOrigin | null;
  /** Null for an opportunity that was not opened. */
  readonly opening: PipelineOpening | null;
  readonly processes: Timeline<Since<PipelineProcess>>;
  readonly moves: ReadonlyArray<PipelineMove>;
  readonly owner: Timeline<Since<BusinessId>>;
  /** Estimated, signed, amended. */
  readonly amounts: Timeline<Since<Money>>;
  readonly probabilities: Timeline<Since<PipelineProbability>>;
  readonly expectedClose: Timeline<Since<LocalDate>>;
  /** Whether it is on hold. */
  readonly holds: Timeline<Since<boolean>>;
}
