import { canonicalText, type Json, type Sha256 } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Shown } from '../publications/index.js';
import type { BoardError, BoardRow } from './board.js';
import { fullBoard } from './leaderboard.js';
import type { BoardDocuments, BoardQuestion } from './question.js';

/** What a publication freezes of a board's rows. */
export type Frozen = Pick<Shown, 'rows' | 'digest'>;

/** The ids and numbers of rows as canonical JSON, in their order; no names, so that erasing one changes nothing. */
export const boardText = (rows: ReadonlyArray<BoardRow>): string =>
  canonicalText(rows.map(({ name: _, ...numbers }) => numbers) as unknown as Json);

/**
 * What publishing a board freezes: how many rows it has and the SHA-256 of their ids and numbers, in
 * hexadecimal. All rows, whoever may see them.
 *
 * @source ORG-45, LDB-7, LDB-9
 */
export const frozenBoard = (
  documents: BoardDocuments,
  question: BoardQuestion,
  sha256: Sha256,
): E.Either<BoardError, Frozen> => {
  const board = fullBoard(documents, question);
  if (E.isLeft(board)) return board;
  const { rows } = board.right;
  return E.right({ rows: rows.length, digest: sha256(boardText(rows)) });
};

/** Whether what was shown is what is derived again, as of and as known then. @source LDB-7 */
export const isAsShown = (shown: Frozen, derived: Frozen): boolean =>
  shown.rows === derived.rows && shown.digest === derived.digest;
