import type { Clock, Engine } from '@millrace/engine';
import {
  type BoardAsking,
  type BoardDocuments,
  type BoardError,
  type BoardQuestion,
  boardOf,
  creditsView,
  funnelOf,
  funnelView,
  type Leaderboard,
  leaderboard,
  organisationView,
  periodsView,
  pledgesView,
  type TrailDay,
  trail,
} from '@millrace/projections';
import { type BoardDefinition, PeriodLabel } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Asking, type LogError, type Reading, readInto } from './asking.js';
import type { NoPlaybookPublished } from './defined.js';
import { readPeriod } from './period.js';
import { asOfIn, type RuledAnswer, rulesAt } from './ruled.js';

/** What of a board is asked for; what is left out the playbook says. */
export interface LeaderboardAsking extends Omit<BoardAsking, 'under'>, Asking {
  /** The children of this unit, instead of every unit with direct members. */
  readonly under?: string;
  /** Who looks, where the playbook lets everybody see his own row only. */
  readonly viewer?: string;
}

/** Why there is no board. */
export type BoardQuestionError = LogError | NoPlaybookPublished | BoardError;

/** A board with everything it rests on. */
export interface LeaderboardAnswer extends RuledAnswer, Leaderboard {
  readonly definition: BoardDefinition;
}

/** A board day by day. */
export interface TrailAnswer extends RuledAnswer {
  readonly definition: BoardDefinition;
  readonly days: ReadonlyArray<TrailDay>;
}

/**
 * A leaderboard. Of a month or quarter that is cut off it is known as of its cut-off, where nothing
 * else is asked for.
 *
 * @source ORG-45..47, LDB-1..11
 */
export const askLeaderboard =
  (engine: Engine, asking: LeaderboardAsking, clock: Clock): TaskEither<BoardQuestionError, LeaderboardAnswer> =>
  async () => {
    const asked = await boardGrounds(engine, asking, clock)();
    if (E.isLeft(asked)) return asked;
    const { documents, question, answered } = asked.right;
    const board = leaderboard(documents, question);
    if (E.isLeft(board)) return board;
    return E.right({ ...answered, definition: question.definition, ...board.right });
  };

/** A leaderboard at the end of each of its days, for charts. */
export const askTrail =
  (engine: Engine, asking: LeaderboardAsking, clock: Clock): TaskEither<BoardQuestionError, TrailAnswer> =>
  async () => {
    const asked = await boardGrounds(engine, asking, clock)();
    if (E.isLeft(asked)) return asked;
    const { documents, question, answered } = asked.right;
    const days = trail(documents, question);
    return E.isLeft(days) ? days : E.right({ ...answered, definition: question.definition, days: days.right });
  };

/** What a board is derived from, and what it is asked. */
export interface BoardGrounds {
  readonly documents: BoardDocuments;
  readonly question: BoardQuestion;
  readonly answered: RuledAnswer;
}

/** Reads what a board is derived from. */
export const boardGrounds =
  (engine: Engine, asking: LeaderboardAsking, clock: Clock): TaskEither<BoardQuestionError, BoardGrounds> =>
  async () => {
    const reading = await atCutOff(engine, asking)();
    if (E.isLeft(reading)) return reading;
    const shown = await readBoard(engine, reading.right)();
    if (E.isLeft(shown)) return shown;
    const { documents, position: knownAt } = shown.right;
    const rules = await rulesAt(engine, knownAt)();
    if (E.isLeft(rules)) return rules;
    const { playbook, version } = rules.right;
    const asOf = asOfIn(asking, clock);
    const question: BoardQuestion = {
      definition: boardOf(playbook, asking as BoardAsking),
      asOf,
      currency: playbook.currency,
      funnel: funnelOf(playbook),
      viewer: asking.viewer,
    };
    return E.right({ documents, question, answered: { asOf, knownAt, playbook: version } });
  };

/** Reads the views that boards are derived from. */
export const readBoard = (engine: Engine, reading: Reading) =>
  readInto(
    engine,
    {
      credits: creditsView,
      organisation: organisationView,
      periods: periodsView,
      pledges: pledgesView,
      funnel: funnelView,
    },
    reading,
  );

/** The reading of a period as of its cut-off, where it has one and nothing else is asked for. */
const atCutOff =
  (engine: Engine, { period, knownAt, onProgress }: LeaderboardAsking): TaskEither<LogError, Reading> =>
  async () => {
    const watched = onProgress === undefined ? {} : { onProgress };
    if (knownAt !== undefined) return E.right({ ...watched, knownAt });
    if (!PeriodLabel.is(period)) return E.right(watched);
    const known = await readPeriod(engine, period)();
    if (E.isLeft(known)) return known.left.type === 'PeriodNotOpened' ? E.right(watched) : E.left(known.left);
    const { cutOff: position } = known.right;
    return E.right(position === undefined ? watched : { ...watched, knownAt: { position } });
  };
