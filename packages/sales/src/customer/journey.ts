/** Journeys as lists of moves, and where a list of moves leads. Pure helpers of the fold, the rules and the views. */
import type { Instant, Money } from '@millrace/kernel';
import { defined } from '../checks.js';
import type { Term } from '../playbook/index.js';
import type { Closing } from './terms.js';

/** How a journey can end; `duplicate` is a reading of views, never recorded. @source metrics.md section 1 */
export type Outcome = 'won' | Closing;

/** One recorded move of a journey; the revision of its event names it. */
export interface Move {
  readonly revision: number;
  readonly at: Instant;
  readonly step: /** `way` is what the event says; a corrected move may go either way. */
    | { readonly kind: 'stage'; readonly to: Term; readonly way?: 'ahead' | 'back' }
    | { readonly kind: 'decided'; readonly to: Term }
    | { readonly kind: 'completed'; readonly amount?: Money }
    | { readonly kind: 'closed'; readonly outcome: Closing; readonly reason: Term };
}

/** One pass of a customer through the funnel. @source Q7 */
export interface Journey {
  readonly number: number;
  readonly openedAt: Instant;
  readonly start: Term;
  /** In order of effect; corrections edit this list. */
  readonly moves: ReadonlyArray<Move>;
  /** The buyer's own step last observed. */
  readonly buyerStep?: Term;
}

/** Where a journey stands after its moves. */
export interface Standing {
  readonly stage: Term;
  /** The stage was entered by a decided purchase. */
  readonly decided: boolean;
  readonly outcome: Outcome | undefined;
  /** Why it ended, where not by a purchase. */
  readonly reason?: Term;
  /** What it was won for, where that was said. */
  readonly amount?: Money;
  /** When it last moved. */
  readonly since: Instant;
}

/** Where `journey` stands. */
export const standingOf = ({ start, openedAt, moves }: Journey): Standing =>
  moves.reduce<Standing>(after, { stage: start, decided: false, outcome: undefined, since: openedAt });

const after = (standing: Standing, { step, at: since }: Move): Standing => {
  switch (step.kind) {
    case 'stage':
      return { stage: step.to, decided: false, outcome: undefined, since };
    case 'decided':
      return { stage: step.to, decided: true, outcome: undefined, since };
    case 'completed':
      return { ...standing, outcome: 'won', ...defined({ amount: step.amount }), since };
    case 'closed':
      return { ...standing, outcome: step.outcome, reason: step.reason, since };
  }
};

/** What stands in the place of a corrected move: another time, and for a change of stage another stage. */
export interface Replacement {
  readonly effectiveAt: Instant;
  readonly to?: Term;
}

/** The moves after one of them was replaced, or declared void where there is no replacement. */
export const correctMoves = (
  moves: ReadonlyArray<Move>,
  target: number,
  replacement: Replacement | undefined,
): ReadonlyArray<Move> =>
  moves.flatMap((move) => {
    if (move.revision !== target) return [move];
    if (replacement === undefined) return [];
    const { effectiveAt, to } = replacement;
    return [{ ...move, at: effectiveAt, step: to === undefined ? move.step : { kind: 'stage', to } }];
  });

/** The revision of the first move that could not have been made where it stands, if any. */
export const firstBroken = (journey: Journey, rank: (stage: Term) => number): number | undefined =>
  journey.moves.find((move, index) => {
    const standing = standingOf({ ...journey, moves: journey.moves.slice(0, index) });
    return !fits(move, standing, rank);
  })?.revision;

const fits = ({ step, at }: Move, { stage, decided, outcome, since }: Standing, rank: (stage: Term) => number) => {
  if (outcome !== undefined || at < since) return false;
  switch (step.kind) {
    case 'stage':
      return goes(step.way, rank(step.to) - rank(stage));
    case 'decided':
      return !decided;
    case 'completed':
      return decided;
    case 'closed':
      return true;
  }
};

const goes = (way: 'ahead' | 'back' | undefined, climb: number): boolean => {
  if (way === 'ahead') return climb > 0;
  return way === 'back' ? climb < 0 : climb !== 0;
};
