import { describe, expect, test } from 'vitest';
import { fen, type questionOf } from '../support/organisation.js';
import { credits, joins, refunds, resigns, said } from '../support/said.js';
import { boardFrom, noon, ranksOf } from './founding.js';

const tied = [credits(noon(3), 's1', 300, { ada: 1 }), credits(noon(4), 's2', 400, { bob: 1, cyd: 1 })];

describe('persons', () => {
  test('ORG-46, Q23, LDB-3: equal scores share a rank, and the next rank counts them', async () => {
    expect(await ranksOf([...tied, credits(noon(5), 's3', 1, { dan: 1 })], { period: '2026-01' })).toEqual([
      [1, 'ada', fen(300)],
      [2, 'bob', fen(200)],
      [2, 'cyd', fen(200)],
      [4, 'dan', fen(1)],
    ]);
  });

  test('LDB-3: densely ranked the next rank is the next number; ordinally ties are settled by id', async () => {
    const story = [...tied, credits(noon(5), 's3', 1, { dan: 1 })];
    const ranks = async (ranking: 'dense' | 'ordinal') =>
      (await ranksOf(story, { period: '2026-01', ranking })).map(([rank, id]) => [rank, id]);
    expect(await ranks('dense')).toEqual([
      [1, 'ada'],
      [2, 'bob'],
      [2, 'cyd'],
      [3, 'dan'],
    ]);
    expect(await ranks('ordinal')).toEqual([
      [1, 'ada'],
      [2, 'bob'],
      [3, 'cyd'],
      [4, 'dan'],
    ]);
  });

  test('the answer names what was asked, the people, what they earned, the total and what belongs to no unit', async () => {
    const board = await boardFrom([credits(noon(3), 's1', 301, { ada: 2, dan: 1 })], { period: '2026-01' });
    expect(board).toEqual({
      period: '2026-01',
      measure: 'credited',
      currency: 'CNY',
      asOf: '2027-01-01T00:00:00.000Z',
      rows: [
        { rank: 1, id: 'ada', name: 'N. ada', value: fen(201), credited: fen(201) },
        { rank: 2, id: 'dan', name: 'N. dan', value: fen(100), credited: fen(100) },
        { rank: 3, id: 'bob', name: 'N. bob', value: fen(0), credited: fen(0) },
        { rank: 3, id: 'cyd', name: 'N. cyd', value: fen(0), credited: fen(0) },
      ],
      total: fen(301),
      unassigned: fen(100),
    });
  });

  test('LDB-10: who has nothing is shown where everybody takes part, and only there', async () => {
    const asked = { period: '2026-01', participants: 'credited' } as const;
    const story = [
      credits(noon(3), 's1', 300, { ada: 1 }),
      credits(noon(3), 's2', 10, { bob: 1 }),
      refunds(noon(4), 's2'),
    ];
    expect(await ranksOf(story, asked)).toEqual([[1, 'ada', fen(300)]]);
    expect(await ranksOf([], { ...asked, participants: 'all' })).toHaveLength(4);
  });

  test('LDB-10: nobody takes part before joining, or in a period begun after resigning', async () => {
    const story = [resigns(noon(10), 'dan'), joins(noon(20), 'eve'), resigns(noon(31), 'bob')];
    const ids = async (...asked: Parameters<typeof questionOf>) =>
      (
        await boardFrom(
          [...story].sort((a, b) => (a.at < b.at ? -1 : 1)),
          ...asked,
        )
      ).rows.map(({ id }) => id);
    expect(await ids({ period: '2026-01' })).toEqual(['ada', 'bob', 'cyd', 'dan', 'eve']);
    expect(await ids({ period: '2026-01' }, { asOf: noon(19) })).toEqual(['ada', 'bob', 'cyd', 'dan']);
    expect(await ids({ period: '2026-02' })).toEqual(['ada', 'cyd', 'eve']);
    expect(await ids({ period: '2025-12' })).toEqual(['ada', 'bob', 'cyd', 'dan']);
    expect(await ids({ period: '2025-11' })).toEqual([]);
    expect(await ids({ period: 'all' })).toEqual(['ada', 'bob', 'cyd', 'dan', 'eve']);
  });

  test('LDB-10, Q39: employment and period are half-open: who resigns as it begins, or joins as it ends, takes no part', async () => {
    const [start, end] = ['2026-01-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z'];
    const story = [resigns(start, 'bob'), joins(end, 'eve')];
    const { rows } = await boardFrom(story, { period: '2026-02' });
    expect(rows.map(({ id }) => id)).toEqual(['ada', 'cyd', 'dan']);
  });

  test('LDB-11: a resignation dated back before what was earned takes nobody off the board', async () => {
    const story = [credits(noon(3), 's1', 300, { ada: 1 }), said(noon(5), resigns('2025-12-15T00:00:00.000Z', 'ada'))];
    expect((await ranksOf(story, { period: '2026-01' }))[0]).toEqual([1, 'ada', fen(300)]);
  });

  test('LDB-11, Q33: a leaver keeps what was earned, and stays on the board', async () => {
    const story = [credits(noon(3), 's1', 300, { ada: 1 }), resigns(noon(5), 'ada')];
    expect((await ranksOf(story, { period: '2026-01' }))[0]).toEqual([1, 'ada', fen(300)]);
    const later = [...story, said('2026-02-03T00:00:00.000Z', credits(noon(4), 's2', 50, { ada: 1 }))];
    expect((await ranksOf(later, { period: '2026-01' }))[0]).toEqual([1, 'ada', fen(350)]);
  });

  test('DLR-13: what is not yet effective has not happened', async () => {
    const asked = [{ period: '2026-01' }, { asOf: noon(3) }] as const;
    expect((await ranksOf(tied, ...asked)).slice(0, 2)).toEqual([
      [1, 'ada', fen(300)],
      [2, 'bob', fen(0)],
    ]);
  });
});
