import type { Instant, Money } from '@millrace/kernel';
import type { ProjectOutcome, Term } from '@millrace/sales';
import { standingAt } from '../timeline.js';
import type { PipelineDocument, PipelineMove } from './document.js';

/** A stay in a stage, `[from, to)`; open where `to` is undefined. */
export interface Stay {
  /** Of the stage, in their order: the last is the highest. */
  readonly phases: ReadonlyArray<Term>;
  readonly from: Instant;
  readonly to: Instant | undefined;
  /** Revision of the event that began it. */
  readonly by: number;
}

/** The outcome, and the phase it was decided in. */
export interface PipelineOutcome {
  readonly outcome: ProjectOutcome;
  readonly at: Instant;
  readonly by: number;
  readonly reason: string | null;
  readonly phase: Term | undefined;
}

/** An opened project, as it stood at an instant. */
export interface PipelineUnit {
  readonly id: string;
  readonly document: PipelineDocument;
  readonly openedAt: Instant;
  /** In order; those of delivery too. */
  readonly stays: ReadonlyArray<Stay>;
  /** Without one it is open. */
  readonly outcome: PipelineOutcome | undefined;
  readonly terminated: boolean;
  /** Nothing more is done; of a won one, its delivery is over. */
  readonly closed: boolean;
  /** The highest phase of the stage it stands in, or stood in last. */
  readonly phase: Term | undefined;
  readonly owner: string | null;
  readonly amount: Money | undefined;
}

/** The projects of a template that had been opened by `asOf`, by id: what is later has not happened. @source LOG-5 */
export const unitsOf = (
  documents: ReadonlyMap<string, PipelineDocument>,
  template: string,
  asOf: Instant,
): ReadonlyArray<PipelineUnit> =>
  [...documents].flatMap(([id, document]) => {
    const { opening, processes } = document;
    if (opening === null || opening.at > asOf) return [];
    return standingAt(processes, asOf)?.state.template === template ? [unitOf(id, document, opening.at, asOf)] : [];
  });

const unitOf = (id: string, document: PipelineDocument, openedAt: Instant, asOf: Instant): PipelineUnit => {
  const life: Life = { stays: [], outcome: undefined, terminated: false, closed: false };
  for (const move of document.moves) {
    if (move.at > asOf) break;
    live(life, move);
  }
  return {
    id,
    document,
    openedAt,
    ...life,
    phase: highest(life),
    owner: standingAt(document.owner, asOf)?.state ?? null,
    amount: standingAt(document.amounts, asOf)?.state,
  };
};

interface Life {
  readonly stays: Array<{ -readonly [Field in keyof Stay]: Stay[Field] }>;
  outcome: PipelineOutcome | undefined;
  terminated: boolean;
  closed: boolean;
}

const live = (life: Life, { at, by, step }: PipelineMove): void => {
  switch (step.kind) {
    case 'entered':
      leave(life, at);
      life.stays.push({ phases: step.phases, from: at, to: undefined, by });
      break;
    case 'signed':
      life.outcome = { outcome: 'won', at, by, reason: null, phase: highest(life) };
      break;
    case 'terminated':
      life.terminated = true;
      break;
    case 'closed':
      life.outcome ??= { outcome: step.outcome, at, by, reason: step.reason, phase: highest(life) };
      life.closed = true;
      leave(life, at);
      break;
    case 'reopened':
      life.outcome = undefined;
      life.closed = false;
      break;
  }
};

const leave = ({ stays }: Life, at: Instant): void => {
  const last = stays.at(-1);
  if (last !== undefined) last.to ??= at;
};

const highest = ({ stays }: Pick<Life, 'stays'>): Term | undefined => stays.at(-1)?.phases.at(-1);

/** That it is won: certain once it is, none once it has another outcome, before that as last assessed, if it was. @source GAT-10 @units basis points */
export const probabilityOf = ({ outcome, document }: PipelineUnit, asOf: Instant): number | undefined => {
  if (outcome === undefined) return standingAt(document.probabilities, asOf)?.state.bp;
  return outcome.outcome === 'won' ? CERTAIN : 0;
};

/** @units basis points */
export const CERTAIN = 10_000;
