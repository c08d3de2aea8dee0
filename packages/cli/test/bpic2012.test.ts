import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sharedPath } from '@millrace/test/shared';
import { describe, expect, test } from 'vitest';
import { sandbox } from './support/sandbox.js';

const data = sharedPath('data/bpic2012');
const truths = sharedPath('data/ground_truth.json');
const recipe = fileURLToPath(new URL('../../../examples/recipes/bpic2012.json', import.meta.url));

/** What the same rows come to by another program, written down beside them. */
interface Truth {
  readonly counts: { readonly [what: string]: number };
  readonly stock: { readonly [where: string]: number };
  readonly cohort: { readonly [month: string]: { readonly [stage: string]: number } };
  readonly custody_transfers: number;
  readonly final_custodian: { readonly [person: string]: number };
  readonly event_rows: number;
}

interface Funnel {
  readonly stages: ReadonlyArray<{ readonly id: string; readonly reached: number; readonly current: number }>;
  readonly outcomes: { readonly won: number; readonly lost: { readonly [reason: string]: number } };
  readonly cohorts: ReadonlyArray<{ readonly month: string; readonly reached: object }>;
  readonly groups: ReadonlyArray<{
    readonly key: string;
    readonly stages: ReadonlyArray<{ reached: number; current: number }>;
  }>;
}

describe.skipIf(data === undefined || truths === undefined)('a real history: 45,773 rows of loan applications', () => {
  test('Show 2: every figure is that of the ground truth, and importing again records nothing', async () => {
    const { bpic2012: truth } = JSON.parse(await readFile(truths ?? '', 'utf8')) as { bpic2012: Truth };
    const { json } = await sandbox();
    const importing = ['import', recipe, '--data', data ?? '', '--db', 'x.db', '--rejected', 'rejected.csv'];

    const imported = (await json(...importing)) as { recorded: number };
    expect(imported, 'no command of a shipped recipe is a no-op').toMatchObject({
      rows: truth.event_rows,
      already: 0,
      unchanged: 0,
      rejected: [],
    });
    const replayed = (await json('replay', '--db', 'x.db')) as { events: number; views: object };
    expect(replayed.events).toBe(imported.recorded);

    const funnel = (await json('funnel', '--db', 'x.db', '--by', 'custodian')) as Funnel;
    expect(funnel).toMatchObject({
      collected: { total: 6_539, pending: 0, rejected: 0, accepted: 0, entered: 6_539 },
      stages: [
        { id: 'prospect', reached: 6_539, touched: 6_539, current: 27, skipped: 0 },
        { id: 'shopper', reached: 2_529, touched: 2_529, current: 180, skipped: 0 },
        { id: 'buyer', reached: 1_108, touched: 1_108, current: 0, skipped: 0 },
      ],
      outcomes: { won: 1_108, lost: { declined: 3_810, cancelled: 1_414 } },
    });
    const [prospect, shopper, buyer] = funnel.stages;
    const { won, lost } = funnel.outcomes;
    expect({
      prospect: prospect?.reached,
      shopper_touched: shopper?.reached,
      shopper_reached: shopper?.reached,
      buyer: buyer?.reached,
      lost_declined: lost['declined'],
      lost_cancelled: lost['cancelled'],
    }).toEqual(truth.counts);
    expect({
      prospect: prospect?.current,
      shopper: shopper?.current,
      buyer: won,
      lost: (lost['declined'] ?? 0) + (lost['cancelled'] ?? 0),
    }).toEqual(truth.stock);
    expect(Object.fromEntries(funnel.cohorts.map(({ month, reached }) => [month, reached]))).toEqual(truth.cohort);

    const owned = await json('ownership', '--db', 'x.db');
    expect(owned).toMatchObject({ customers: 6_539, pool: 0, transfers: truth.custody_transfers });
    expect((owned as { byCustodian: object }).byCustodian).toEqual(truth.final_custodian);

    for (const [stage, measure, value] of [
      ['shopper', 'current', 180],
      ['buyer', 'reached', 1_108],
    ] as const) {
      const receipt = (await json('explain', 'funnel', stage, '--measure', measure, '--db', 'x.db')) as {
        value: number;
        lines: ReadonlyArray<{ customer: string; event: { id: string } }>;
      };
      expect(receipt.value, `${stage} ${measure}`).toBe(value);
      expect(new Set(receipt.lines.map(({ event }) => event.id)).size).toBe(value);
    }

    const { groups } = funnel;
    for (const [rank, stage] of funnel.stages.entries()) {
      const sum = (what: 'reached' | 'current') =>
        groups.reduce((all, { stages }) => all + (stages[rank]?.[what] ?? 0), 0);
      expect([sum('reached'), sum('current')], 'FUN-15').toEqual([stage.reached, stage.current]);
    }

    expect(await json(...importing)).toMatchObject({
      recorded: 0,
      already: imported.recorded,
      unchanged: 0,
      rejected: [],
    });
    expect(await json('replay', '--db', 'x.db')).toMatchObject({ events: replayed.events, views: replayed.views });
  }, 600_000);
});
