import { describe, expect, test } from 'vitest';
import { at, closed, cny, embedded, MARCH, operator, sale, worked } from './support/performance.js';
import type { Sandbox } from './support/sandbox.js';

const asOf = ['--as-of', '2026-03-25'];

interface Row {
  readonly rank: number | null;
  readonly id: string;
  readonly value: unknown;
}

const board = async ({ json }: Sandbox, ...args: ReadonlyArray<string>) =>
  (await json('leaderboard', ...args)) as { readonly rows: ReadonlyArray<Row> };

const placed = ({ rows }: { readonly rows: ReadonlyArray<Row> }) =>
  rows.map(({ rank, id, value }) => [rank, id, value]);

describe('leaderboard --json', () => {
  test('has the shape that other programs rely on ORG-45 Q16', async () => {
    const found = await board(await worked(), '--period', MARCH, ...asOf);
    expect(Object.keys(found).slice(0, 8)).toEqual([
      'period',
      'measure',
      'currency',
      'asOf',
      'knownAt',
      'rows',
      'total',
      'unassigned',
    ]);
    expect(found).toMatchObject({
      period: MARCH,
      measure: 'credited',
      currency: 'CNY',
      asOf: '2026-03-24T16:00:00.000Z',
      knownAt: 26,
      total: cny(350_050),
      unassigned: cny(0),
    });
    expect(found.rows).toEqual([
      {
        rank: 1,
        id: 'ada',
        name: 'ADA',
        value: cny(200_000),
        credited: cny(200_000),
        target: cny(200_000),
        targetFrom: 'pledge',
        attainmentBp: 10_000,
        met: true,
      },
      {
        rank: 2,
        id: 'bob',
        name: 'BOB',
        value: cny(100_000),
        credited: cny(100_000),
        target: cny(150_000),
        targetFrom: 'pledge',
        attainmentBp: 6_666,
        met: false,
      },
      { rank: 3, id: 'cyd', name: 'CYD', value: cny(50_050), credited: cny(50_050) },
      { rank: 4, id: 'mia', name: 'MIA', value: cny(0), credited: cny(0) },
    ]);
  });

  test('of teams, under a unit, of pledges LDB-6', async () => {
    const made = await worked();
    const teams = [
      [1, 'north', cny(300_000)],
      [2, 'south', cny(50_050)],
    ];
    expect(placed(await board(made, '--period', MARCH, '--of', 'team', ...asOf))).toEqual(teams);
    expect(placed(await board(made, '--period', MARCH, '--under', 'dealer', ...asOf))).toEqual(teams);
    const pledges = await board(made, '--period', MARCH, '--of', 'pledge', ...asOf);
    expect(pledges).toMatchObject({ measure: 'attainment' });
    expect(placed(pledges)).toEqual([
      [1, '2026-03/mia/north', { numerator: 300_000, denominator: 250_000 }],
      [2, '2026-03/ada', { numerator: 200_000, denominator: 200_000 }],
      [3, '2026-03/bob', { numerator: 100_000, denominator: 150_000 }],
    ]);
  });

  test('who has no target is ranked null, last; counts are numbers LDB-8', async () => {
    const made = await worked();
    const attained = await board(made, '--period', MARCH, '--measure', 'attainment', ...asOf);
    expect(attained.rows.map(({ rank, id }) => [rank, id])).toEqual([
      [1, 'ada'],
      [2, 'bob'],
      [null, 'cyd'],
      [null, 'mia'],
    ]);
    const buyers = await board(made, '--period', MARCH, '--measure', 'buyers', ...asOf);
    expect(buyers).toMatchObject({ total: 0, unassigned: 0 });
    expect(placed(buyers)[0]).toEqual([1, 'ada', 0]);
  });

  test('equals are numbered as asked LDB-2', async () => {
    const made = await worked();
    await embedded(made, ({ does }) => does(at(3, 21), sale('s9', 100_000, ['mia', 1]), operator, at(3, 21)));
    const ranks = async (policy: string) =>
      (await board(made, '--period', MARCH, '--rank', policy, ...asOf)).rows.map(({ rank }) => rank);
    expect(await ranks('competition')).toEqual([1, 2, 2, 4]);
    expect(await ranks('dense')).toEqual([1, 2, 2, 3]);
    expect(await ranks('ordinal')).toEqual([1, 2, 3, 4]);
  });

  test.each([
    ['2026-03-05', 1, 200_000],
    ['2026-W10', 1, 200_000],
    ['2026-Q1', 3, 350_050],
    ['2026', 3, 350_050],
    ['all', 3, 350_050],
  ])('of %s counts the credits of %d people', async (period, earners, total) => {
    const found = await board(await worked(), '--period', period, '--as-of', '2026-12-31');
    expect(found).toMatchObject({ period, total: cny(total) });
    expect(found.rows.filter(({ value }) => (value as { minor: number }).minor > 0)).toHaveLength(earners);
  });

  test('of a period that is cut off shows its numbers at the cut-off; --known-at shows others PLG-6', async () => {
    const made = await closed();
    await embedded(made, ({ does }) => does(at(4, 4), sale('late', 700_000, ['cyd', 1]), operator, at(3, 31)));
    const first = async (...args: ReadonlyArray<string>) => placed(await board(made, '--period', MARCH, ...args))[0];
    expect(await first()).toEqual([1, 'ada', cny(200_000)]);
    expect(await first('--known-at', '24')).toEqual([1, 'ada', cny(200_000)]);
    expect(await first('--known-at', '23')).toEqual([1, 'ada', cny(0)]);
  });

  test('--trail adds the ranks at the end of each day ORG-46', async () => {
    const found = (await (await worked()).json('leaderboard', '--period', MARCH, '--trail', ...asOf)) as {
      readonly trail: ReadonlyArray<{ readonly day: string; readonly rows: ReadonlyArray<Row> }>;
    };
    expect(found.trail).toHaveLength(25);
    expect(found.trail[4]).toMatchObject({
      day: '2026-03-05',
      rows: [{ rank: 1, id: 'ada', value: cny(200_000) }, {}, {}, {}],
    });
  });
});

describe('leaderboard for people', () => {
  test('has bars, targets and ranks, in both languages', async () => {
    const { run } = await worked();
    const { out } = await run('leaderboard', '--period', MARCH, '--trail', ...asOf);
    expect(out).toMatch(/│ +1 │ ada │ ADA +│ +2,000\.00 │ 2,000\.00 │ +100\.0 % │ █+/);
    expect(out).toMatch(/│ +2 │ bob │ BOB +│ +1,000\.00 │ 1,500\.00 │ +66\.6 % │ █+/);
    expect(out).toContain('Total: CNY 3,500.50, of which CNY 0.00 belongs to no unit.');
    expect(out).toContain('Ranks from 2026-03-01 to 2026-03-25');
    expect(out).toMatch(/│ ada │ █{25} │/);
    expect(out).toMatch(/│ mia │ ████▆{5}▃{10}▁{6} │/);
    const chinese = await run('--lang', 'zh', 'leaderboard', '--period', MARCH, '--measure', 'attainment', ...asOf);
    expect(chinese.out).toMatch(/│ +名次 │ 编号 │ 名称 │ +完成率 │/);
    expect(chinese.out).toMatch(/│ +– │ cyd +│ CYD +│ +│ +500\.50 │ +│/);
  });

  test('before its first day has no trail', async () => {
    const { run } = await worked();
    const { out } = await run('leaderboard', '--period', '2026-04', '--trail', '--as-of', '2026-03-25');
    expect(out).toContain('No day of the period has begun.');
  });
});

test('what cannot be is told, and what was expected', async () => {
  const { run } = await worked();
  const period = await run('leaderboard', '--period', 'march');
  expect([period.code, period.err]).toEqual([
    2,
    '--period: expected 2026-11-24 | 2026-W48 | 2026-11 | 2026-Q4 | 2026 | all, found "march"\n',
  ]);
  expect((await run('leaderboard', '--period', '2026-W60')).code).toBe(2);
  const missing = await run('--lang', 'zh', 'leaderboard');
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('缺少选项 --period')]);
  for (const unit of ['west', '../x']) {
    const unknown = await run('leaderboard', '--period', MARCH, '--under', unit);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining(`There is no unit "${unit}"`)]);
  }
  expect((await run('leaderboard', '--period', MARCH, '--measure', 'charm')).code).toBe(2);
});
