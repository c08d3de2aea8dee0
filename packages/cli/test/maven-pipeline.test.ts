import { readFile } from 'node:fs/promises';
import { sharedPath } from '@millrace/test/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importShipped } from './support/imported.js';

const data = sharedPath('data/maven-crm');
const truths = sharedPath('data/ground_truth.json');

interface Truthful {
  readonly Prospecting: number;
  readonly Engaging: number;
  readonly Won: number;
  readonly Lost: number;
  readonly won_value: number | string;
  readonly win_pct_of_closed: number;
  readonly win_pct_of_all: number;
}

/** What the same rows come to by another program. */
interface Truth extends Pick<Truthful, 'won_value'> {
  readonly rows: { readonly sales_pipeline: number };
  readonly stages: Omit<Truthful, 'won_value'>;
  readonly by_agent: { readonly [name: string]: Truthful };
  readonly by_manager: { readonly [name: string]: Truthful };
  readonly by_region: { readonly [name: string]: Truthful };
  readonly by_product: { readonly [name: string]: Truthful };
  readonly by_close_quarter: {
    readonly [quarter: string]: { readonly won: number; readonly lost: number; readonly won_value: number | string };
  };
  readonly days_to_close: object;
}

interface Worth {
  readonly count: number;
  readonly value: { readonly minor: number; readonly currency: string };
}

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

interface Counts {
  readonly opened: number;
  readonly phases: ReadonlyArray<
    Worth & { readonly id: string; readonly unvalued: number; readonly unassessed: number }
  >;
  readonly outcomes: { readonly [outcome: string]: Worth };
  readonly wonOfClosed: Share;
  readonly wonOfAll: Share;
}

type Group = Counts & { readonly key: string | null; readonly name: string | null; readonly value: Worth['value'] };
type Board = Counts & { readonly cycle: object; readonly lostReasons: object; readonly groups: ReadonlyArray<Group> };

/** Percent with two decimals, half up. */
const percent = ({ numerator, denominator }: Share): number =>
  Number((20_000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator))) / 100;

const cents = (value: number | string): number => Number(value) * 100;

/** A part of the board, in the words of the ground truth. */
const truthful = ({ phases, outcomes, wonOfClosed, wonOfAll }: Counts) => ({
  Prospecting: phases[0]?.count,
  Engaging: phases[1]?.count,
  Won: outcomes['won']?.count,
  Lost: outcomes['lost']?.count,
  won_value: outcomes['won']?.value,
  win_pct_of_closed: percent(wonOfClosed),
  win_pct_of_all: percent(wonOfAll),
});

const expected = (by: { readonly [name: string]: Truthful }) =>
  Object.fromEntries(
    Object.entries(by).map(([name, one]) => [
      name,
      {
        Prospecting: one.Prospecting,
        Engaging: one.Engaging,
        Won: one.Won,
        Lost: one.Lost,
        won_value: { minor: cents(one.won_value), currency: 'USD' },
        win_pct_of_closed: one.win_pct_of_closed,
        win_pct_of_all: one.win_pct_of_all,
      },
    ]),
  );

describe.skipIf(data === undefined || truths === undefined)('the pipeline of 8,800 opportunities', () => {
  let truth: Truth;
  let imported: Imported;

  beforeAll(async () => {
    truth = (JSON.parse(await readFile(truths ?? '', 'utf8')) as { maven_crm: Truth }).maven_crm;
    imported = await importShipped('maven-projects', data ?? '');
  }, 300_000);
  afterAll(() => imported.remove());

  const board = async (...args: ReadonlyArray<string>) =>
    (await imported.json('pipeline', '--as-of', '2017-12-31', ...args)) as Board;

  test('Show 1, FUN-4: 4,238 won for 10,005,534, 2,473 lost, 1,589 engaging, 500 prospecting', async () => {
    const all = await board();
    expect(all.opened).toBe(truth.rows.sales_pipeline);
    expect(all.phases).toEqual([
      {
        id: 'prospecting',
        count: 500,
        value: { minor: 0, currency: 'USD' },
        weighted: { minor: 0, currency: 'USD' },
        unvalued: 500,
        unassessed: 500,
      },
      {
        id: 'engaging',
        count: 1_589,
        value: { minor: 0, currency: 'USD' },
        weighted: { minor: 0, currency: 'USD' },
        unvalued: 1_589,
        unassessed: 1_589,
      },
    ]);
    expect(all.outcomes['won']).toEqual({ count: 4_238, value: { minor: 1_000_553_400, currency: 'USD' } });
    expect(all.outcomes['lost']?.count).toBe(2_473);
    expect(all.lostReasons).toEqual({ notRecorded: 2_473 });
    const { Won, Lost, Engaging, Prospecting } = truth.stages;
    expect(truthful(all)).toMatchObject({ Won, Lost, Engaging, Prospecting });
    expect([all.wonOfClosed, all.wonOfAll]).toEqual([
      { numerator: 4_238, denominator: 6_711 },
      { numerator: 4_238, denominator: 8_800 },
    ]);
  });

  test('Show 1: days to close are those of the ground truth', async () => {
    expect((await board()).cycle).toEqual(truth.days_to_close);
  });

  test('Show 1: by phase, all that are engaging or were decided there', async () => {
    const { groups } = await board('--by', 'phase');
    expect(groups.map(({ key, opened, phases }) => [key, opened, phases.map(({ count }) => count)])).toEqual([
      ['prospecting', 500, [500, 0]],
      ['engaging', 8_300, [0, 1_589]],
    ]);
  });

  test.each([
    ['owner', 'by_agent'],
    ['team', 'by_manager'],
    ['region', 'by_region'],
    ['product', 'by_product'],
  ] as const)('Show 1: by %s, counts, value and win percentages equal %s', async (by, name) => {
    const { groups } = await board('--by', by);
    const found = groups.map((group) => [group.name ?? group.key ?? '', truthful(group)] as const);
    const some = Object.entries(truth[name]).filter(([, { Won, Lost, Engaging, Prospecting }]) => {
      return Won + Lost + Engaging + Prospecting > 0;
    });
    expect(Object.fromEntries(found)).toEqual(expected(Object.fromEntries(some)));
    expect(groups.reduce((all, { opened }) => all + opened, 0)).toBe(truth.rows.sales_pipeline);
  });

  test('Show 1: by close quarter; those that are open close in none, and come last', async () => {
    const { groups } = await board('--by', 'closeQuarter');
    const closed = groups.filter(({ key }) => key !== null);
    expect(
      Object.fromEntries(
        closed.map(({ key, outcomes, value }) => [
          key,
          { won: outcomes['won']?.count, lost: outcomes['lost']?.count, won_value: value.minor },
        ]),
      ),
    ).toEqual(
      Object.fromEntries(
        Object.entries(truth.by_close_quarter).map(([quarter, { won, lost, won_value }]) => [
          quarter,
          { won, lost, won_value: cents(won_value) },
        ]),
      ),
    );
    expect([groups.at(-1)?.key, groups.at(-1)?.opened]).toEqual([null, 2_089]);
  });

  test('Show 1, FUN-1: the funnel of projects reached 8,800, 8,300 and signed 4,238', async () => {
    const found = (await imported.json('funnel', '--unit', 'project')) as {
      readonly definition: { readonly unit: string };
      readonly stages: ReadonlyArray<{ readonly id: string; readonly reached: number }>;
      readonly opened: number;
    };
    expect(found.definition.unit).toBe('project');
    expect(found.opened).toBe(8_800);
    expect(found.stages.map(({ id, reached }) => [id, reached])).toEqual([
      ['prospecting', 8_800],
      ['engaging', 8_300],
      ['signed', 4_238],
    ]);
    expect(await imported.json('funnel', '--unit', 'project', '--template', 'opportunity')).toMatchObject({
      opened: 8_800,
    });
  });

  test('LOG-5: as of the middle of the year, what came later has not happened', async () => {
    const then = (await imported.json('pipeline', '--as-of', '2017-07-01')) as Board;
    const won = ['2017-Q1', '2017-Q2'].reduce((all, quarter) => all + (truth.by_close_quarter[quarter]?.won ?? 0), 0);
    expect(then.outcomes['won']?.count).toBe(won + (await wonOn('2017-07-01T00:00:00.000Z')));
  });

  /** Deals signed at an instant. */
  const wonOn = async (instant: string): Promise<number> =>
    (await imported.events()).filter(({ type, meta }) => type === 'ContractSigned' && meta.effectiveAt === instant)
      .length;
});
