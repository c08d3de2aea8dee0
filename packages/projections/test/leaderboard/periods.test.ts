import { leaderboard } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { fen, questionOf } from '../support/organisation.js';
import { credits, cutsOff, refunds, said } from '../support/said.js';
import { boardFrom, documentsAfter, noon } from './founding.js';

describe('periods', () => {
  const story = [
    credits('2025-12-31T15:59:59.999Z', 'old', 1, { ada: 1 }),
    credits('2025-12-31T16:00:00.000Z', 'first', 10, { ada: 1 }),
    credits('2026-01-31T15:59:59.999Z', 'last', 100, { ada: 1 }),
    credits('2026-01-31T16:00:00.000Z', 'next', 1_000, { ada: 1 }),
  ];

  test.each([
    ['2025-12-31', 1],
    ['2026-01-01', 10],
    ['2026-W01', 11],
    ['2026-W05', 1_100],
    ['2026-01', 110],
    ['2026-02', 1_000],
    ['2026-Q1', 1_110],
    ['2025', 1],
    ['2026', 1_110],
    ['all', 1_111],
  ])('PLG-14, Q39: %s is half-open in the zone of the organisation', async (period, minor) => {
    expect((await boardFrom(story, { period })).total).toEqual(fen(minor));
  });

  test('PLG-6: a month keeps the numbers it was cut off with; a day, a year and all time count what came late', async () => {
    const late = [
      credits(noon(3), 's1', 300, { ada: 1 }),
      cutsOff('2026-02-02T00:00:00.000Z', '2026-01'),
      said('2026-02-03T00:00:00.000Z', credits(noon(3), 's2', 50, { ada: 1 })),
      refunds('2026-02-04T00:00:00.000Z', 's1', { amount: fen(7) }),
    ];
    const total = async (period: string) => (await boardFrom(late, { period })).total;
    expect(await total('2026-01')).toEqual(fen(300));
    expect(await total('2026-Q1')).toEqual(fen(343));
    expect(await total('2026-01-03')).toEqual(fen(343));
    expect(await total('2026')).toEqual(fen(343));
    expect(await total('all')).toEqual(fen(343));
  });

  test('a label that names no period, and a zone that is none, give no board', async () => {
    expect(leaderboard(await documentsAfter([]), questionOf({ period: '2026-13' }))).toEqual(
      E.left({ type: 'NotAPeriod', label: '2026-13' }),
    );
  });
});
