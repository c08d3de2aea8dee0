/** The organisation of the stories about leaderboards. */
import type { Instant } from '@millrace/kernel';
import { type BoardQuestion, leaderboard } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import { expect } from 'vitest';
import { documentsOf, questionOf, type Said, toldOf } from '../support/organisation.js';
import { joins, joinsTeam, opens, opensUnit } from '../support/said.js';

/** Noon of a day of January 2026 in Shanghai. */
export const noon = (day: number): Instant => new Date(Date.UTC(2026, 0, day, 4)).toISOString() as Instant;

/** Before all of it. */
export const BEFORE = '2025-12-01T00:00:00.000Z';

/** North with two branches, and South; ada and bob in the first branch, cyd in the second, dan nowhere. */
export const founding: ReadonlyArray<Said> = [
  ...['ada', 'bob', 'cyd', 'dan'].map((person) => joins(BEFORE, person)),
  opensUnit(BEFORE, 'north'),
  opensUnit(BEFORE, 'n1', 'north'),
  opensUnit(BEFORE, 'n2', 'north'),
  opensUnit(BEFORE, 'south'),
  joinsTeam(BEFORE, 'ada', 'n1'),
  joinsTeam(BEFORE, 'bob', 'n1'),
  joinsTeam(BEFORE, 'cyd', 'n2'),
  opens(BEFORE, '2026-01'),
  opens(BEFORE, '2026-Q1'),
];

/** The documents of the founding and what was said after it. */
export const documentsAfter = async (story: ReadonlyArray<Said>) =>
  documentsOf((await toldOf([...founding, ...story])).log);

type Asked = readonly [asked: Parameters<typeof questionOf>[0], rest?: Partial<BoardQuestion>];

/** The board after the founding and a story. */
export const boardFrom = async (story: ReadonlyArray<Said>, ...asked: Asked) => {
  const board = leaderboard(await documentsAfter(story), questionOf(...asked));
  return E.isRight(board) ? board.right : expect.unreachable(JSON.stringify(board.left));
};

/** Its rows: rank, id and value. */
export const ranksOf = async (story: ReadonlyArray<Said>, ...asked: Asked) =>
  (await boardFrom(story, ...asked)).rows.map(({ rank, id, value }) => [rank, id, value]);
