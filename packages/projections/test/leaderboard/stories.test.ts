import { leaderboard } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import {
  credits,
  cutsOff,
  documentsOf,
  fen,
  joins,
  joinsTeam,
  leads,
  leavesTeam,
  opens,
  opensUnit,
  questionOf,
  refunds,
  resigns,
  type Said,
  said,
  swears,
  targets,
  toldOf,
} from '../support/organisation.js';

/** Noon of a day of January 2026 in Shanghai. */
const noon = (day: number): string => new Date(Date.UTC(2026, 0, day, 4)).toISOString();
const BEFORE = '2025-12-01T00:00:00.000Z';

/** North with two branches, and South; ada and bob in the first branch, cyd in the second, dan nowhere. */
const founding: ReadonlyArray<Said> = [
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

type Asked = Parameters<typeof questionOf>;

const boardFrom = async (story: ReadonlyArray<Said>, ...asked: Asked) => {
  const { log } = await toldOf([...founding, ...story]);
  const board = leaderboard(documentsOf(log), questionOf(...asked));
  return E.isRight(board) ? board.right : expect.unreachable(JSON.stringify(board.left));
};

const ranksOf = async (story: ReadonlyArray<Said>, ...asked: Asked) =>
  (await boardFrom(story, ...asked)).rows.map(({ rank, id, value }) => [rank, id, value]);

const tied: ReadonlyArray<Said> = [
  credits(noon(3), 's1', 300, { ada: 1 }),
  credits(noon(4), 's2', 400, { bob: 1, cyd: 1 }),
];

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
    const story = [joins(noon(20), 'eve'), resigns(noon(31), 'bob'), resigns(noon(10), 'dan')];
    const ids = async (...asked: Asked) =>
      (
        await boardFrom(
          [...story].sort((a, b) => (a.at < b.at ? -1 : 1)),
          ...asked,
        )
      ).rows.map(({ id }) => id);
    expect(await ids({ period: '2026-01' })).toEqual(['ada', 'bob', 'cyd', 'dan', 'eve']);
    expect(await ids({ period: '2026-01' }, { asOf: noon(19) as never })).toEqual(['ada', 'bob', 'cyd', 'dan']);
    expect(await ids({ period: '2026-02' })).toEqual(['ada', 'cyd', 'eve']);
    expect(await ids({ period: '2025-12' })).toEqual(['ada', 'bob', 'cyd', 'dan']);
    expect(await ids({ period: '2025-11' })).toEqual([]);
    expect(await ids({ period: 'all' })).toEqual(['ada', 'bob', 'cyd', 'dan', 'eve']);
  });

  test('LDB-11, Q33: a leaver keeps what was earned, and stays on the board', async () => {
    const story = [credits(noon(3), 's1', 300, { ada: 1 }), resigns(noon(5), 'ada')];
    expect((await ranksOf(story, { period: '2026-01' }))[0]).toEqual([1, 'ada', fen(300)]);
    const later = [...story, said('2026-02-03T00:00:00.000Z', credits(noon(4), 's2', 50, { ada: 1 }))];
    expect((await ranksOf(later, { period: '2026-01' }))[0]).toEqual([1, 'ada', fen(350)]);
  });

  test('DLR-13: what is not yet effective has not happened', async () => {
    const asked = [{ period: '2026-01' }, { asOf: noon(3) as never }] as const;
    expect((await ranksOf(tied, ...asked)).slice(0, 2)).toEqual([
      [1, 'ada', fen(300)],
      [2, 'bob', fen(0)],
    ]);
  });
});

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
    const { log } = await toldOf(founding);
    expect(leaderboard(documentsOf(log), questionOf({ period: '2026-13' }))).toEqual(
      E.left({ type: 'NotAPeriod', label: '2026-13' }),
    );
  });
});

describe('teams', () => {
  test('LDB-6, Q20: a unit scores what its members earned as members, with its descendants; each unit with members is ranked', async () => {
    const story = [
      joinsTeam(noon(1), 'dan', 'north'),
      credits(noon(2), 's1', 100, { ada: 1 }),
      credits(noon(2), 's2', 10, { cyd: 1 }),
      credits(noon(2), 's3', 1, { dan: 1 }),
      leavesTeam(noon(5), 'ada', 'n1'),
      credits(noon(5), 's4', 1_000, { ada: 1 }),
      joinsTeam(noon(6), 'ada', 'south'),
      credits(noon(7), 's5', 10_000, { ada: 1 }),
    ];
    const board = await boardFrom(story, { period: '2026-01', of: 'team' });
    expect(board.rows.map(({ rank, id, value }) => [rank, id, value])).toEqual([
      [1, 'south', fen(10_000)],
      [2, 'north', fen(111)],
      [3, 'n1', fen(100)],
      [4, 'n2', fen(10)],
    ]);
    expect([board.total, board.unassigned]).toEqual([fen(11_111), fen(1_000)]);
  });

  test('DLR-51: under a unit its children are ranked; what its own members earned is assigned to none of them', async () => {
    const story = [
      joinsTeam(noon(1), 'dan', 'north'),
      credits(noon(2), 's1', 100, { ada: 1, dan: 1 }),
      opensUnit(noon(3), 'n3', 'north'),
      joinsTeam(noon(3), 'ada', 'south').at === ''
        ? credits(noon(3), 'x', 1, { ada: 1 })
        : leavesTeam(noon(3), 'ada', 'n1'),
      credits(noon(4), 's2', 7, { ada: 1 }),
    ];
    const board = await boardFrom(story, { period: '2026-01', of: 'team', under: 'north' as never });
    expect(board.rows.map(({ rank, id, value }) => [rank, id, value])).toEqual([
      [1, 'n1', fen(50)],
      [2, 'n2', fen(0)],
      [2, 'n3', fen(0)],
    ]);
    expect([board.total, board.unassigned]).toEqual([fen(100), fen(50)]);
  });

  test('LDB-6: persons under a unit score what they earned in it', async () => {
    const story = [
      credits(noon(2), 's1', 100, { ada: 1 }),
      leavesTeam(noon(3), 'ada', 'n1'),
      credits(noon(4), 's2', 7, { ada: 1, dan: 6 }),
    ];
    const board = await boardFrom(story, { period: '2026-01', under: 'n1' as never });
    expect(board.rows.map(({ id, value }) => [id, value])).toEqual([
      ['ada', fen(100)],
      ['bob', fen(0)],
    ]);
    expect([board.total, board.unassigned]).toEqual([fen(100), fen(100)]);
  });
});
