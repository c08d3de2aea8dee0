/** Boards that were shown: frozen as they were, corrected by showing them anew. @source ORG-45, LDB-7 */
import { parsePeriod } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { absurd } from 'fp-ts/lib/function.js';
import { refuse } from '../checks.js';
import type { Ruled } from '../governance/index.js';
import { sameJson } from '../same.js';
import type { BoardCommand, CommandTo } from './commands.js';
import type { Board } from './evolve.js';
import type { Decision } from './refusals.js';

/** Answer a command. Asking twice is safe: what is already so yields no events. */
export const decide = (command: BoardCommand, board: Board, context: Ruled): Decision => {
  switch (command.type) {
    case 'PublishLeaderboard':
      return publish(command, board, context);
    case 'CorrectLeaderboard':
      return correct(command, board, context);
    default:
      return absurd(command);
  }
};

const publish = (
  { board: id, definition, asOf, knownAt, rows, digest }: CommandTo<'PublishLeaderboard'>,
  board: Board,
  { effectiveAt }: Ruled,
): Decision => {
  if (board.phase === 'published') {
    return sameJson(board.published, { definition, asOf, knownAt, digest })
      ? E.right([])
      : refuse({ type: 'BoardAlreadyPublished', digest: board.published.digest });
  }
  const { period, zone } = definition;
  if (period !== 'all' && E.isLeft(parsePeriod(period, zone))) return refuse({ type: 'NotAPeriod', period });
  return E.right([
    { type: 'LeaderboardPublished', data: { board: id, definition, asOf, knownAt, rows, digest }, effectiveAt },
  ]);
};

const correct = (
  { board: id, reason, asOf, knownAt, rows, digest }: CommandTo<'CorrectLeaderboard'>,
  board: Board,
  { effectiveAt }: Ruled,
): Decision => {
  if (board.phase === 'unpublished') return refuse({ type: 'BoardNotPublished', board: id });
  if (board.now.digest === digest) {
    return sameJson(board.now, { asOf, knownAt, digest }) ? E.right([]) : refuse({ type: 'NothingToCorrect', digest });
  }
  return E.right([{ type: 'LeaderboardCorrected', data: { reason, asOf, knownAt, rows, digest }, effectiveAt }]);
};
