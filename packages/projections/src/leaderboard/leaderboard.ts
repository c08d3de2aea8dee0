import { fromBigInt, type Money, type MoneyError } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { exact } from '../tally.js';
import type { BoardError, Leaderboard } from './board.js';
import { candidatesOf } from './candidates.js';
import { type BoardDocuments, type BoardQuestion, periodOf } from './question.js';
import { readingOf } from './reading.js';
import { isCount, rowsOf } from './rows.js';
import { visibleRows } from './visibility.js';

/**
 * A leaderboard, from the documents of the views: everybody is ranked, then the definition says who
 * sees what.
 *
 * A month or quarter counts what was recorded before its cut-off, whenever it is asked for; what came
 * late is told by {@link lateEntries}. A day, week or year, and all time, count everything that is
 * known and dated in them. Prospects, shoppers and buyers are entries to a stage in the period, of who
 * had custody at that entry.
 *
 * Credit belongs to the unit of which its person was a member at its effective time, and to the units
 * above; so units that stand one above the other may each count it, and the total counts it once.
 *
 * @source ORG-45..47, DLR-13, Q20, Q22, Q23
 */
export const leaderboard = (documents: BoardDocuments, question: BoardQuestion): E.Either<BoardError, Leaderboard> => {
  const board = fullBoard(documents, question);
  if (E.isLeft(board)) return board;
  const { visibility } = question.definition;
  return E.right({ ...board.right, rows: visibleRows(board.right.rows, visibility, question.viewer) });
};

/** The board with every row, whoever may see them. */
export const fullBoard = (documents: BoardDocuments, question: BoardQuestion): E.Either<BoardError, Leaderboard> => {
  const { definition, asOf, currency } = question;
  const { period: label, measure, basis } = definition;
  const period = periodOf(definition);
  if (E.isLeft(period)) return period;
  const reading = readingOf(documents, question, period.right);
  const rows = rowsOf(candidatesOf(documents, question, period.right, reading), { ...definition, currency });
  if (E.isLeft(rows)) return rows;
  const scores = reading.worth(basis);
  const total = amountOf(exact(scores.total), question);
  if (E.isLeft(total)) return total;
  const unassigned = amountOf(exact(scores.unassigned), question);
  if (E.isLeft(unassigned)) return unassigned;
  const sums = { total: total.right, unassigned: unassigned.right };
  return E.right({ period: label, measure, currency, asOf, rows: rows.right, ...sums });
};

const amountOf = (
  worth: bigint,
  { definition: { measure }, currency }: BoardQuestion,
): E.Either<MoneyError, Money | number> => (isCount(measure) ? E.right(Number(worth)) : fromBigInt(worth, currency));
