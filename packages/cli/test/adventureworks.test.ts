import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectLog } from '@millrace/engine';
import type { Envelope, Instant } from '@millrace/kernel';
import { custodyIntervals, ownershipView } from '@millrace/projections';
import { sharedPath } from '@millrace/test/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rightOf } from './support/compiled.js';
import { centsBy, centsOf, type Imported, importShipped, quarterOf } from './support/imported.js';

const data = sharedPath('data/adventureworks-sales');
const truths = sharedPath('data/ground_truth.json');

type Decimals = { readonly [name: string]: string };

/** What the same rows come to by another program; employees are named by their key in the warehouse. */
interface Truth {
  readonly lines: number;
  readonly orders: number;
  readonly sales: string;
  readonly resellers_buying: number;
  readonly by_employee_key: Decimals;
  readonly by_quarter: Decimals;
  readonly by_month: Decimals;
  readonly reseller_owner_changes: { readonly [changes: string]: number };
  readonly last_owner_of_reseller: { readonly [key: string]: number };
  readonly quarterly_quota: { readonly rows: number; readonly sum: string; readonly persons: number };
  readonly settlement_2017Q3_2020Q1: {
    readonly settled: number;
    readonly cells: { readonly [cell: string]: { readonly quota: string; readonly actual: string } };
  };
}

interface Sworn {
  readonly period: string;
  readonly person: string;
  readonly target: { readonly minor: number; readonly currency: string };
  readonly donation: { readonly minor: number };
  readonly start: string;
  readonly late: boolean;
}

const DAY = 86_400_000;

describe.skipIf(data === undefined || truths === undefined)('57,851 lines of reseller sales, 163 quotas', () => {
  let truth: Truth;
  let imported: Imported;
  let events: ReadonlyArray<Envelope>;
  let personOf: (key: string) => string;

  beforeAll(async () => {
    truth = (JSON.parse(await readFile(truths ?? '', 'utf8')) as { adventureworks_sales: Truth }).adventureworks_sales;
    const keys = await readFile(join(data ?? '', 'employee_key_map.derived.csv'), 'utf8');
    const people = new Map(keys.split(/\r?\n/).map((line) => line.split(',') as [string, string]));
    personOf = (key) => people.get(key) ?? `nobody ${key}`;
    imported = await importShipped('adventureworks', data ?? '');
    events = await imported.events();
  }, 120_000);
  afterAll(() => imported.remove());

  const dataOf = <Data>(type: string): ReadonlyArray<Data> =>
    events.filter((event) => event.type === type).map((event) => event.data as Data);

  test('Show 1: every order is a credit, every quota a pledge, and none is rejected', () => {
    expect(imported.report).toMatchObject({ rejected: [], already: 0, unchanged: 0 });
    expect(imported.report.rows).toBe(truth.lines + truth.quarterly_quota.rows + truth.quarterly_quota.persons);
    const credits = dataOf<{ sale: string }>('SaleCredited');
    expect(credits).toHaveLength(truth.orders);
    expect(new Set(credits.map(({ sale }) => sale)).size).toBe(truth.orders);
    expect(centsBy(events, () => 'all')).toEqual(centsOf({ all: truth.sales }));
    expect(dataOf('PledgeSworn')).toHaveLength(truth.quarterly_quota.rows);
  });

  test('Show 1: importing again records nothing', async () => {
    expect(await imported.again()).toMatchObject({
      recorded: 0,
      already: imported.report.recorded,
      unchanged: 0,
      rejected: [],
    });
  }, 60_000);

  test('PLG-5: credit by person, quarter and month is that of the ground truth, to the cent', () => {
    const byKey = Object.entries(truth.by_employee_key).map(([key, amount]) => [personOf(key), amount] as const);
    expect(centsBy(events, ({ person }) => person)).toEqual(centsOf(Object.fromEntries(byKey)));
    expect(centsBy(events, ({ at }) => quarterOf(at))).toEqual(centsOf(truth.by_quarter));
    expect(centsBy(events, ({ at }) => at.slice(0, 7))).toEqual(centsOf(truth.by_month));
  });

  test('PLG-4, Q39: a credit names the month and the quarter it falls in, and its one person', () => {
    for (const { type, data: credit, meta } of events) {
      if (type !== 'SaleCredited') continue;
      expect(credit).toMatchObject({
        periods: [meta.effectiveAt.slice(0, 7), quarterOf(meta.effectiveAt)],
        late: [],
        revenue: [{ weight: 1 }],
        amount: { currency: 'USD' },
      });
    }
  });

  test('ORG-23: pledges are those quotas, sworn 45 days before their quarter, without a donation', () => {
    const sworn = events.filter(({ type }) => type === 'PledgeSworn');
    const pledges = sworn.map((event) => event.data as Sworn);
    expect(new Set(pledges.map(({ person }) => person)).size).toBe(truth.quarterly_quota.persons);
    const total = pledges.reduce((all, { target }) => all + BigInt(target.minor), 0n);
    expect({ total }).toEqual(centsOf({ total: truth.quarterly_quota.sum }));
    for (const [i, { target, donation, late, start }] of pledges.entries()) {
      expect([target.currency, donation.minor, late]).toEqual(['USD', 0, false]);
      expect((Date.parse(start) - Date.parse(sworn[i]?.meta.effectiveAt ?? '')) / DAY).toBe(45);
    }
  });

  test('PLG-4: target and credit of every settled cell, and no pledge but those and the last quarter’s', () => {
    const { settled, cells } = truth.settlement_2017Q3_2020Q1;
    const pledges = dataOf<Sworn>('PledgeSworn');
    const inCells = pledges.filter(({ period }) => period <= '2020-Q1');
    expect(inCells).toHaveLength(settled);
    expect(pledges.filter(({ period }) => period === '2020-Q2')).toHaveLength(pledges.length - settled);
    const credited = centsBy(events, ({ person, at }) => `${person} ${quarterOf(at)}`);
    for (const { person, period, target } of inCells) {
      const cell = cells[`${person} ${period}`];
      expect({ quota: BigInt(target.minor), actual: credited[`${person} ${period}`] ?? 0n }).toEqual(
        centsOf({ quota: cell?.quota ?? '', actual: cell?.actual ?? '' }),
      );
    }
  });

  test('everything a sale needs was there before it: people, months and quarters', () => {
    expect(dataOf('StaffJoined')).toHaveLength(truth.quarterly_quota.persons);
    const opened = dataOf<{ period: string }>('PeriodOpened').map(({ period }) => period);
    expect(opened.sort()).toEqual([...Object.keys(truth.by_month), ...Object.keys(truth.by_quarter)].sort());
    const actors = new Set(events.map(({ meta }) => `${meta.actor} as ${meta.role}`));
    expect([...actors]).toEqual(['import as import']);
  });

  test('OWN-1, OWN-2: who had which reseller, how often that changed, and who had it last', async () => {
    const { engine } = imported.millrace;
    const { store, eventsOf } = engine;
    const { documents } = rightOf(await projectLog({ store, eventsOf, views: { ownership: ownershipView } })());
    const histories = [...documents.ownership.keys()].map((reseller) =>
      custodyIntervals(documents.ownership, reseller, '2020-06-01T00:00:00.000Z' as Instant),
    );
    expect(histories).toHaveLength(truth.resellers_buying);
    const changes = Object.groupBy(histories, ({ length }) => length - 1);
    const distribution = Object.entries(changes).map(([n, resellers]) => [n, resellers?.length]);
    expect(Object.fromEntries(distribution)).toEqual(truth.reseller_owner_changes);
    expect(histories.filter(({ length }) => length > 1)).toHaveLength(208);
    expect(histories.reduce((all, { length }) => all + length - 1, 0)).toBe(280);

    const last = Object.groupBy(histories, (intervals) => intervals.at(-1)?.person ?? '');
    const lastOwners = Object.entries(last).map(([person, resellers]) => [person, resellers?.length]);
    const expected = Object.entries(truth.last_owner_of_reseller).map(([key, n]) => [personOf(key), n]);
    expect(Object.fromEntries(lastOwners)).toEqual(Object.fromEntries(expected));
    for (const [first, ...later] of histories) {
      expect(first?.began).toBe('entered');
      for (const { began, reason } of later) expect([began, reason]).toEqual(['transferred', 'handled']);
    }
  });

  test('PLG-6: a command already recorded is known before any cut-off: importing after a settlement records nothing', async () => {
    await imported.json('settle', '--period', '2017-Q3', '--record');
    expect(await imported.again()).toMatchObject({
      recorded: 0,
      already: imported.report.recorded,
      unchanged: 0,
      rejected: [],
    });
  }, 60_000);
});
