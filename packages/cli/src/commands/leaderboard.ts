import type { BoardAsking, TrailDay } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { LeaderboardAnswer, LeaderboardAsking, Millrace } from 'millrace';
import { type DatabaseFault, EXIT, type Failure } from '../failure.js';
import { databaseFile, readBoardPeriod } from '../options.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type Asking, type AskingOptions, type Ended, reading, type Session } from '../session.js';
import { unitIsKnown } from './known.js';
import { printLeaderboard } from './print-leaderboard.js';
import { printTrail } from './print-trail.js';

export interface LeaderboardOptions extends AskingOptions, Pick<BoardAsking, 'of' | 'measure'> {
  readonly period: string;
  readonly under?: string;
  readonly rank?: NonNullable<BoardAsking['ranking']>;
  readonly trail?: boolean;
}

/** A board, and how it came about where that is asked for. */
interface ShownBoard {
  readonly board: LeaderboardAnswer;
  readonly days?: ReadonlyArray<TrailDay>;
}

/** `millrace leaderboard`. */
export const leaderboard = async (session: Session, options: LeaderboardOptions): Promise<Ended> => {
  const period = readBoardPeriod(options.period);
  if (E.isLeft(period)) return period;
  const file = databaseFile(options.db, session.io);
  const answered = await reading(session, options, (millrace, asking) => ask(millrace, asking, { ...options, file }));
  return E.map(({ found, names }: Answer<ShownBoard>): number => {
    if (options.json) session.io.out(jsonOf(shapeOf(found)));
    else {
      printLeaderboard(session, { found: found.board, names });
      if (found.days !== undefined) printTrail(session, found.board, found.days);
    }
    return EXIT.ok;
  })(answered);
};

const ask = async (
  millrace: Millrace,
  asking: Asking,
  { file, period, of, measure, under, rank, trail }: LeaderboardOptions & { readonly file: string },
): Promise<E.Either<Failure | DatabaseFault, ShownBoard>> => {
  if (under !== undefined) {
    const known = await unitIsKnown(millrace, under, file);
    if (E.isLeft(known)) return known;
  }
  const asked: LeaderboardAsking = {
    ...asking,
    period,
    ...(of === undefined ? {} : { of }),
    ...(under === undefined ? {} : { of: of ?? 'team', under }),
    ...(measure === undefined ? {} : { measure }),
    ...(rank === undefined ? {} : { ranking: rank }),
  };
  const board = await millrace.leaderboard(asked)();
  if (E.isLeft(board)) return board;
  if (!trail) return E.right({ board: board.right });
  const { asOf, knownAt: position } = board.right;
  const trailed = await millrace.trail({ ...asked, asOf, knownAt: { position } })();
  return E.isLeft(trailed) ? trailed : E.right({ board: board.right, days: trailed.right.days });
};

/** The shape other programs rely on. */
const shapeOf = ({ board, days }: ShownBoard) => {
  const { period, measure, currency, asOf, knownAt, rows, total, unassigned, definition, playbook } = board;
  const trail = days === undefined ? {} : { trail: days };
  return { period, measure, currency, asOf, knownAt, rows, total, unassigned, definition, playbook, ...trail };
};
