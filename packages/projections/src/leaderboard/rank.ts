import type { Ranking } from '@millrace/sales';
import { byText } from '../count.js';

/** What is ranked: by a score, and among equals by id. */
export interface Scored {
  readonly id: string;
  readonly score: Score;
}

/** An exact score, a whole number or a ratio; the denominator is above zero. */
export interface Score {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A whole number as a score. */
export const whole = (numerator: bigint): Score => ({ numerator, denominator: 1n });

/** The order of scores, higher first: by cross-multiplication, never by division. @source LDB-8 */
export const higherFirst = (a: Score, b: Score): number => {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  if (left === right) return 0;
  return left > right ? -1 : 1;
};

/** Something with its rank. */
export type Placed<Item> = Item & { readonly rank: number };

/**
 * Ranks by score, highest first; equals stand in the order of their ids.
 *
 * Competition: 1, 2, 2, 4. Dense: 1, 2, 2, 3. Ordinal: 1, 2, 3, 4, where the id settles ties.
 *
 * @source Q23, LDB-2, LDB-3
 */
export const ranked = <Item extends Scored>(
  items: ReadonlyArray<Item>,
  ranking: Ranking,
): ReadonlyArray<Placed<Item>> => {
  const inOrder = [...items].sort((a, b) => higherFirst(a.score, b.score) || byText(a.id, b.id));
  const placed: Array<Placed<Item>> = [];
  for (const [i, item] of inOrder.entries()) {
    const before = placed[i - 1];
    placed.push({ ...item, rank: before === undefined ? 1 : rankAfter(before, item, i + 1, ranking) });
  }
  return placed;
};

const rankAfter = (before: Placed<Scored>, { score }: Scored, place: number, ranking: Ranking): number => {
  const tied = higherFirst(before.score, score) === 0;
  switch (ranking) {
    case 'competition':
      return tied ? before.rank : place;
    case 'dense':
      return tied ? before.rank : before.rank + 1;
    case 'ordinal':
      return place;
  }
};
