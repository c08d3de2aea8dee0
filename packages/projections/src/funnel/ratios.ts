import type { Term } from '@millrace/sales';
import type { StageCounts } from './stages.js';
import type { Transition } from './transitions.js';

/** An exact ratio of counts between two stages; undefined, not zero, where the denominator is zero. */
export interface Ratio {
  readonly from: Term;
  readonly to: Term;
  readonly numerator: number;
  readonly denominator: number;
}

/** Each item with the one after it. */
export const adjacent = <A>(items: ReadonlyArray<A>): ReadonlyArray<readonly [A, A]> =>
  items.flatMap((item, i) => items.slice(i + 1, i + 2).map((next) => [item, next] as const));

/** Units now in the one stage over units now in the other; may exceed one, and is no conversion. @source metrics.md section 2 */
export const stockRatios = (counts: ReadonlyArray<StageCounts>): ReadonlyArray<Ratio> =>
  adjacent(counts).map(([lower, higher]) => ({
    from: lower.id,
    to: higher.id,
    numerator: higher.current,
    denominator: lower.current,
  }));

/** Moves from the one stage to the other over all moves out of the one; at most one. @source metrics.md section 2 */
export const flowRatios = (stages: ReadonlyArray<Term>, matrix: ReadonlyArray<Transition>): ReadonlyArray<Ratio> =>
  adjacent(stages).map(([from, to]) => {
    const exits = matrix.filter((cell) => cell.from === from);
    return { from, to, numerator: total(exits.filter((cell) => cell.to === to)), denominator: total(exits) };
  });

const total = (cells: ReadonlyArray<Transition>): number => cells.reduce((all, { n }) => all + n, 0);
