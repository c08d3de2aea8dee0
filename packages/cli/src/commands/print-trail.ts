import type { TrailDay } from '@millrace/projections';
import type { LeaderboardAnswer } from 'millrace';
import { sparkOfRanks, spread } from '../render/spark.js';
import { line, type Session, table } from '../session.js';

/** Most rows and days that are drawn for people. */
const MOST_ROWS = 15;
const MOST_DAYS = 60;

/** What the rest of a row takes of a terminal. */
const BESIDE = 42;

/** Prints the ranks of the first rows day by day, a line for each. */
export const printTrail = (session: Session, { rows }: LeaderboardAnswer, days: ReadonlyArray<TrailDay>): void => {
  const { io, texts } = session;
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return line(session, 'noDays');
  const drawn = spread(days, Math.min(MOST_DAYS, Math.max(8, (io.columns ?? 100) - BESIDE)));
  const ranks = drawn.map((day) => new Map(day.rows.map(({ id, rank }) => [id, rank])));
  const worst = Math.max(1, ...drawn.flatMap((day) => day.rows.map(({ rank }) => rank ?? 1)));
  const named = rows.filter(({ id }) => id !== null).slice(0, MOST_ROWS);
  line(session, 'trail', { from: first.day, to: last.day });
  table(session, {
    head: [texts.words.id, texts.words.days],
    rows: named.map(({ id }) => [
      id ?? '',
      sparkOfRanks(
        ranks.map((day) => day.get(id) ?? null),
        worst,
      ),
    ]),
  });
};
