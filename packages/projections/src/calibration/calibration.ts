import type { Documents, Instant } from '@millrace/kernel';
import type { ProjectOutcome, Term } from '@millrace/sales';
import { grouped } from '../count.js';
import { openedProjects } from '../opened-projects.js';
import { CERTAIN, type PipelineDocument, type PipelineUnit, type Share } from '../pipeline/index.js';

/** How assessments compare with what came of it. */
export interface Calibrated {
  /** Assessments: one for each time a phase was left. */
  readonly n: number;
  /** Of projects that were won. */
  readonly wins: number;
  /** Of all assessments: over `n`, what was expected in the mean. @units basis points */
  readonly sumBp: number;
  /** The mean of `(probability - outcome)` squared, exact: 0 is perfect, 1/4 a coin's. The denominator is `n * 10^8`. */
  readonly brier: Share;
}

export interface CalibrationLine extends Calibrated {
  /** The one that was left, the highest of its stage. */
  readonly phase: Term;
  readonly assessor: string;
}

/** Lines by phase and assessor, and their sums. */
export interface Calibration extends Calibrated {
  readonly lines: ReadonlyArray<CalibrationLine>;
  readonly phases: ReadonlyArray<Calibrated & { readonly phase: Term }>;
  readonly assessors: ReadonlyArray<Calibrated & { readonly assessor: string }>;
}

/** The assessment that stood when a phase was left, and what came of the project. */
interface Exit {
  readonly phase: Term;
  readonly assessor: string;
  readonly bp: number;
  readonly won: boolean;
}

/** Lost and killed are no wins; projects with any other outcome say nothing of who assessed them. */
const wins: { readonly [Outcome in ProjectOutcome]: boolean | undefined } = {
  won: true,
  lost: false,
  disqualified: false,
  dormant: undefined,
  duplicate: undefined,
};

/**
 * Holds the last assessment that stood at each exit of a phase against the outcome. Phases after the
 * contract are left with the outcome known; those count for nothing.
 *
 * @source metrics.md section 2
 */
export const calibrationOf = (documents: Documents<PipelineDocument>, asOf: Instant): Calibration => {
  const exits = openedProjects(documents, asOf).flatMap(exitsOf);
  return {
    ...scored(exits),
    lines: [...grouped(exits, ({ phase }) => phase)].flatMap(([phase, left]) =>
      [...grouped(left, ({ assessor }) => assessor)].map(([assessor, own]) => ({ phase, assessor, ...scored(own) })),
    ),
    phases: [...grouped(exits, ({ phase }) => phase)].map(([phase, left]) => ({ phase, ...scored(left) })),
    assessors: [...grouped(exits, ({ assessor }) => assessor)].map(([assessor, own]) => ({ assessor, ...scored(own) })),
  };
};

const exitsOf = ({ stays, outcome, document: { probabilities } }: PipelineUnit): ReadonlyArray<Exit> => {
  const won = outcome === undefined ? undefined : wins[outcome.outcome];
  if (outcome === undefined || won === undefined) return [];
  return stays.flatMap(({ phases, to, by }, place): ReadonlyArray<Exit> => {
    const phase = phases.at(-1);
    if (phase === undefined || by > outcome.by) return [];
    const left = to !== undefined && to < outcome.at ? to : outcome.at;
    const leaving = Math.min(stays[place + 1]?.by ?? outcome.by, outcome.by);
    // What is said at that instant of the phase that follows stood at no exit of this one.
    const standing = probabilities.findLast(({ at, by: said }) => at < left || (at === left && said < leaving))?.state;
    return standing === undefined ? [] : [{ phase, assessor: standing.assessedBy, bp: standing.bp, won }];
  });
};

const scored = (exits: ReadonlyArray<Exit>): Calibrated => {
  let [won, sumBp, squares] = [0, 0, 0];
  for (const exit of exits) {
    const miss = exit.bp - (exit.won ? CERTAIN : 0);
    won += exit.won ? 1 : 0;
    sumBp += exit.bp;
    squares += miss * miss;
  }
  const n = exits.length;
  return { n, wins: won, sumBp, brier: { numerator: squares, denominator: n * CERTAIN * CERTAIN } };
};
