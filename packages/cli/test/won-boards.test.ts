import { readFile } from 'node:fs/promises';
import { sharedPath } from '@millrace/test/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { centsOf, type Imported, importShipped } from './support/imported.js';

const data = sharedPath('data/maven-crm');
const truths = sharedPath('data/ground_truth.json');

type Won = { readonly [name: string]: { readonly won_value: string } };

/** What the same rows come to by another program. */
interface Truth {
  readonly won_value: string;
  readonly by_agent: Won;
  readonly by_manager: Won;
  readonly by_region: Won;
  readonly by_close_quarter: Won;
  readonly by_close_month: Won;
  readonly by_agent_quarter: { readonly [agent: string]: { readonly [quarter: string]: string } };
}

interface Board {
  readonly rows: ReadonlyArray<{ readonly rank: number; readonly name: string; readonly value: { minor: number } }>;
  readonly total: { readonly minor: number };
}

describe.skipIf(data === undefined || truths === undefined)('boards of 4,238 won deals', () => {
  let truth: Truth;
  let imported: Imported;

  beforeAll(async () => {
    truth = (JSON.parse(await readFile(truths ?? '', 'utf8')) as { maven_crm: Truth }).maven_crm;
    imported = await importShipped('maven-board', data ?? '');
  }, 120_000);
  afterAll(() => imported.remove());

  const board = async (...args: ReadonlyArray<string>) => (await imported.json('leaderboard', ...args)) as Board;

  /** What the rows have that have anything. */
  const credited = ({ rows }: Board) =>
    Object.fromEntries(
      rows.filter(({ value }) => value.minor !== 0).map(({ name, value }) => [name, BigInt(value.minor)]),
    );

  const won = (by: Won) =>
    centsOf(
      Object.fromEntries(
        Object.entries(by)
          .map(([name, { won_value }]) => [name, won_value] as const)
          .filter(([, value]) => Number(value) !== 0),
      ),
    );

  test('Show 2: 35 agents, five of them with nothing, Darcel Schlecht first LDB-11', async () => {
    const all = await board('--period', 'all');
    expect(all.rows).toHaveLength(35);
    expect(all.rows.filter(({ value }) => value.minor === 0)).toHaveLength(5);
    expect(all.rows[0]).toMatchObject({
      rank: 1,
      name: 'Darcel Schlecht',
      value: { minor: 115_321_400, currency: 'USD' },
    });
    expect(BigInt(all.total.minor)).toBe(centsOf({ all: truth.won_value })['all']);
    expect(credited(all)).toEqual(won(truth.by_agent));
  });

  test('Show 2: by agent and quarter, quarter and month', async () => {
    for (const [period, { won_value }] of Object.entries({ ...truth.by_close_quarter, ...truth.by_close_month })) {
      const found = await board('--period', period);
      expect(BigInt(found.total.minor), period).toBe(centsOf({ all: won_value })['all']);
      if (!period.includes('Q')) continue;
      const agents = Object.entries(truth.by_agent_quarter).flatMap(([agent, quarters]) => {
        const value = quarters[period];
        return value === undefined || Number(value) === 0 ? [] : [[agent, value] as const];
      });
      expect(credited(found), period).toEqual(centsOf(Object.fromEntries(agents)));
    }
  }, 60_000);

  test('Show 2: by manager, and by office under which the managers are LDB-6', async () => {
    expect(credited(await board('--period', 'all', '--of', 'team'))).toEqual(won(truth.by_manager));
    let sum = 0n;
    for (const [office, { won_value }] of Object.entries(truth.by_region)) {
      const teams = await board('--period', 'all', '--under', office);
      const here = Object.values(credited(teams)).reduce((a, b) => a + b, 0n);
      expect(here, office).toBe(centsOf({ all: won_value })['all']);
      sum += here;
    }
    expect(sum).toBe(centsOf({ all: truth.won_value })['all']);
  });
});
