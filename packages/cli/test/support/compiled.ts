import type { Currency } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ReadCell } from '../../src/recipe/cells.js';
import type { Row } from '../../src/recipe/csv.js';
import { newSlugs } from '../../src/recipe/slug-template.js';
import type { FillContext } from '../../src/recipe/template.js';

/** Columns by name as cells in their order; a column that is not among them finds nothing. */
export const cellsOf = (...columns: ReadonlyArray<string>): ((reference: string) => ReadCell) => {
  return (reference) => {
    const at = columns.indexOf(reference);
    return ({ cells }) => cells[at];
  };
};

/** A row of some cells. */
export const rowOf = (...cells: ReadonlyArray<string>): Row => ({ line: 2, cells });

/** What templates are compiled against: columns `a`, `b` and `c`, euro, Amsterdam. */
export const context: FillContext = {
  cell: cellsOf('a', 'b', 'c'),
  currency: 'EUR' as Currency,
  zone: 'Europe/Amsterdam',
  file: 'rows.csv',
  slugs: newSlugs(),
};

/** The right of something that must have gone well. */
export const rightOf = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left));
  return either.right;
};

/** The left of something that must have failed. */
export const leftOf = <L>(either: E.Either<L, unknown>): L => {
  if (E.isRight(either)) throw new Error(`not refused: ${JSON.stringify(either.right)}`);
  return either.left;
};
