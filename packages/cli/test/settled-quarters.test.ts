import { readFile } from 'node:fs/promises';
import { parseDecimal } from '@millrace/kernel';
import { sharedPath } from '@millrace/test/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rightOf } from './support/compiled.js';
import { type Imported, importShipped } from './support/imported.js';

const data = sharedPath('data/adventureworks-sales');
const truths = sharedPath('data/ground_truth.json');

/** What the same rows come to by another program. */
interface Truth {
  readonly settled: number;
  readonly met: number;
  readonly missed: number;
  readonly quota_sum: string;
  readonly actual_sum: string;
  readonly cells: {
    readonly [cell: string]: { readonly quota: string; readonly actual: string; readonly met: boolean };
  };
}

interface Answer {
  readonly rows: ReadonlyArray<{
    readonly person: string;
    readonly period: string;
    readonly target: object;
    readonly achieved: object;
    readonly met: boolean | null;
    readonly state: string;
  }>;
  readonly totals: { readonly [name: string]: number | { readonly minor: number } };
}

const dollars = (text: string) => rightOf(parseDecimal(text, 'USD'));

const QUARTERS = [2017, 2018, 2019, 2020]
  .flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`))
  .filter((quarter) => quarter >= '2017-Q3' && quarter <= '2020-Q1');

describe.skipIf(data === undefined || truths === undefined)('eleven quarters of quotas, settled', () => {
  let truth: Truth;
  let imported: Imported;

  beforeAll(async () => {
    const text = await readFile(truths ?? '', 'utf8');
    truth = (JSON.parse(text) as { adventureworks_sales: { settlement_2017Q3_2020Q1: Truth } }).adventureworks_sales
      .settlement_2017Q3_2020Q1;
    imported = await importShipped('adventureworks', data ?? '');
  }, 120_000);
  afterAll(() => imported.remove());

  const pledges = async (period: string) => (await imported.json('pledges', '--period', period)) as Answer;

  test('Show 1: every cell is that of the ground truth, to the cent; the last quarter stays open PLG-1 PLG-4', async () => {
    expect(QUARTERS).toHaveLength(11);
    const found = new Map<string, object>();
    const sums = new Map<string, number>();
    for (const quarter of QUARTERS) {
      await imported.json('settle', '--period', quarter, '--record');
      const { rows, totals } = await pledges(quarter);
      for (const { person, period, target, achieved, met, state } of rows) {
        expect(state).toBe('settled');
        found.set(`${person} ${period}`, { target, achieved, met });
      }
      for (const [name, sum] of Object.entries(totals)) {
        sums.set(name, (sums.get(name) ?? 0) + (typeof sum === 'number' ? sum : sum.minor));
      }
    }
    const cells = Object.entries(truth.cells).map(([cell, { quota, actual, met }]): [string, object] => [
      cell,
      { target: dollars(quota), achieved: dollars(actual), met },
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(cells));
    const { settled, met, missed } = truth;
    expect(Object.fromEntries(sums)).toEqual({
      pledges: settled,
      settled,
      met,
      missed,
      target: dollars(truth.quota_sum).minor,
      achieved: dollars(truth.actual_sum).minor,
    });
    const { rows } = await pledges('2020-Q2');
    expect(rows).toHaveLength(17);
    for (const { met: known, state } of rows) expect([known, state]).toEqual([null, 'open']);
    expect(await imported.json('settle', '--period', '2018-Q1', '--record')).toMatchObject({ recorded: 0 });
  }, 120_000);
});
