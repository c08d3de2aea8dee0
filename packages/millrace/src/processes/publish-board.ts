import { type Clock, type Engine, type ExecuteError, newCommandId, sha256 } from '@millrace/engine';
import { type Frozen, frozenBoard } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type BoardQuestionError, boardGrounds, type LeaderboardAsking } from '../questions/leaderboard.js';
import type { RuledAnswer } from '../questions/ruled.js';
import { type By, type Recorded, sendSteps } from './sending.js';

/** Which board is shown, under which id. */
export interface PublishAsking extends LeaderboardAsking {
  readonly board: string;
  /** Why it is shown anew; left out, it is shown for the first time. */
  readonly correction?: 'lateEntries' | 'mistake';
}

/** What was frozen. */
export interface PublishedBoard extends RuledAnswer, Frozen, Recorded {
  readonly board: string;
}

/**
 * Publishes a board, or its correction: its definition, as-of time, position and the digest of its
 * rows are recorded, and the rows are derived again whenever they are asked for.
 *
 * @source ORG-45, LDB-7
 */
export const publishBoard =
  (
    engine: Engine,
    { board, correction, ...asking }: PublishAsking,
    by: By,
    clock: Clock,
  ): TaskEither<BoardQuestionError | ExecuteError, PublishedBoard> =>
  async () => {
    const grounds = await boardGrounds(engine, asking, clock)();
    if (E.isLeft(grounds)) return grounds;
    const { documents, question, answered } = grounds.right;
    const frozen = frozenBoard(documents, question, sha256);
    if (E.isLeft(frozen)) return frozen;
    const { asOf, knownAt } = answered;
    const shown = { board, asOf, knownAt, ...frozen.right };
    const command =
      correction === undefined
        ? { type: 'PublishLeaderboard', definition: question.definition, ...shown }
        : { type: 'CorrectLeaderboard', reason: correction, ...shown };
    const sent = await sendSteps(engine, [{ of: ['board', board, newCommandId()], command }], by);
    return E.isLeft(sent) ? sent : E.right({ board, ...answered, ...frozen.right, ...sent.right });
  };
