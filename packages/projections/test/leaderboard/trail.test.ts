import { fullBoard, trail } from '@millrace/projections';
import type { BoardDefinition, Visibility } from '@millrace/sales';
import { salesPeriodHistories } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { documentsOf, fen, questionOf } from '../support/organisation.js';
import { credits } from '../support/said.js';
import { documentsAfter, noon } from './founding.js';

const trailOf = (documents: Parameters<typeof trail>[0], ...asked: Parameters<typeof questionOf>) => {
  const days = trail(documents, questionOf(...asked));
  return E.isRight(days) ? days.right : expect.unreachable(JSON.stringify(days.left));
};

const story = [
  credits(noon(2), 's1', 100, { ada: 1 }),
  credits(noon(2), 's2', 100, { bob: 1 }),
  credits(noon(4), 's3', 1, { bob: 1 }),
];

describe('the trail of ranks', () => {
  test('ORG-45, ORG-46: each day of the period tells what had counted by its end', async () => {
    const documents = await documentsAfter(story);
    const days = trailOf(documents, { period: '2026-W01', participants: 'credited' }, { asOf: noon(4) });
    expect(days.map(({ day, rows }) => [day, rows.map(({ rank, id, value }) => [rank, id, value])])).toEqual([
      ['2025-12-29', []],
      ['2025-12-30', []],
      ['2025-12-31', []],
      ['2026-01-01', []],
      [
        '2026-01-02',
        [
          [1, 'ada', fen(100)],
          [1, 'bob', fen(100)],
        ],
      ],
      [
        '2026-01-03',
        [
          [1, 'ada', fen(100)],
          [1, 'bob', fen(100)],
        ],
      ],
      [
        '2026-01-04',
        [
          [1, 'bob', fen(101)],
          [2, 'ada', fen(100)],
        ],
      ],
    ]);
  });

  test('of all time it goes from the first day that counts to the last; of a period not begun there is none', async () => {
    const documents = await documentsAfter(story);
    expect(trailOf(documents, { period: 'all' }).map(({ day }) => day)).toEqual([
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ]);
    expect(trailOf(documents, { period: 'all', measure: 'overlay' })).toEqual([]);
    expect(trailOf(documents, { period: '2026-02' }, { asOf: noon(31) })).toEqual([]);
    expect(trail(documents, questionOf({ period: '2026-00' }))).toEqual(
      E.left({ type: 'NotAPeriod', label: '2026-00' }),
    );
  });

  test('ORG-45, Q39: a day ends before midnight in the zone of the organisation', async () => {
    const documents = await documentsAfter([credits('2026-01-04T16:00:00.000Z', 's1', 5, { ada: 1 })]);
    const days = trailOf(documents, { period: '2026-Q1', participants: 'credited' }, { asOf: noon(5) });
    expect(days.slice(-2).map(({ day, rows }) => [day, rows.length])).toEqual([
      ['2026-01-04', 0],
      ['2026-01-05', 1],
    ]);
  });

  test('ORG-47: it shows no more than the board does', async () => {
    const visibility: Visibility = { show: 'own' };
    const days = trailOf(await documentsAfter(story), { period: '2026-01-04', visibility }, { viewer: 'ada' });
    expect(days).toEqual([{ day: '2026-01-04', rows: [{ rank: 2, id: 'ada', value: fen(0) }] }]);
  });

  test('ORG-46, LDB-1: its last day is the board itself, whatever is ranked by whatever measure', () => {
    const asked = fc.record({
      period: fc.constantFrom('2026-01', '2026-W05', '2026-Q1', '2026-11', 'all'),
      of: fc.constantFrom('person' as const, 'team' as const, 'pledge' as const),
      measure: fc.constantFrom('credited' as const, 'attainment' as const, 'prospects' as const, 'overlay' as const),
    });
    fc.assert(
      fc.property(salesPeriodHistories({ zone: 'Asia/Shanghai', length: 40 }), asked, (log, question) => {
        const documents = documentsOf(log);
        const definition = { ...question, zone: 'Asia/Shanghai' as BoardDefinition['zone'] };
        const board = fullBoard(documents, questionOf(definition));
        const rows = E.isRight(board) ? board.right.rows : expect.unreachable();
        const days = trailOf(documents, definition);
        const last = days.at(-1)?.rows ?? [];
        if (days.length > 0) expect(last).toEqual(rows.map(({ rank, id, value }) => ({ rank, id, value })));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});
