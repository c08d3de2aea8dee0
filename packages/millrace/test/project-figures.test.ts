/** What is asked of an organisation's projects about money. */
import { run } from 'millrace';
import { beforeAll, describe, expect, test } from 'vitest';
import { at, cny, type Organisation } from './support/organisation.js';
import { sellingProjects } from './support/selling-projects.js';

describe('questions about what projects are worth', () => {
  let organisation: Organisation;
  beforeAll(async () => {
    organisation = await sellingProjects();
    organisation.set(at(3, 5));
  });

  test('the forecast of a month: as it stood, and after a date was pushed out of it PRJ-35', async () => {
    const { millrace } = organisation;
    const before = await run(millrace.forecast({ period: '2026-03', asOf: at(3, 3, 12) }));
    expect(before).toMatchObject({
      won: { count: 1, value: cny(4_200) },
      open: { count: 1, value: cny(3_001), weighted: cny(1_500) },
      total: cny(5_700),
      target: cny(10_000),
      credited: cny(0),
      coverage: { raw: { numerator: 3_001, denominator: 10_000 }, weighted: { numerator: 1_500, denominator: 10_000 } },
      slippage: [],
    });
    const after = await run(millrace.forecast({ period: '2026-03' }));
    expect(after).toMatchObject({
      asOf: at(3, 5),
      open: { count: 0 },
      total: cny(4_200),
      slippage: [{ owner: 'bob', count: 1, days: 13 }],
      velocity: { windowDays: 91, open: 1, decided: 2, won: 1, wonValue: cny(4_200), days: 49, perDay: cny(86) },
    });
    expect(await run(millrace.forecast({ period: '2026-Q2', windowDays: 1 }))).toMatchObject({
      open: { count: 1, weighted: cny(1_500) },
      velocity: { windowDays: 1, decided: 0, perDay: null },
      target: null,
    });
    await expect(run(millrace.forecast({ period: 'soon' }))).rejects.toMatchObject({
      reason: { type: 'NotAPeriod', label: 'soon' },
    });
  });

  test('the costs of projects by phase, and what a win costs GAT-9 PRJ-34', async () => {
    const { millrace } = organisation;
    const { projects, cost, costPerWon } = await run(millrace.projectCosts());
    expect(projects.map((one) => [one.project, one.cost, one.expected])).toEqual([
      ['lost', cny(300), cny(300)],
      ['open', cny(70), cny(270)],
      ['won', cny(500), cny(500)],
    ]);
    expect([cost, costPerWon]).toEqual([cny(870), { numerator: 800, denominator: 4_200 }]);
    const february = await run(millrace.projectCosts({ period: '2026-02' }));
    expect(february.costPerWon).toBeNull();
    await expect(run(millrace.projectCosts({ period: 'soon' }))).rejects.toMatchObject({
      reason: { type: 'NotAPeriod' },
    });
  });

  test('how assessments compare with outcomes, and what channels bring GAT-13', async () => {
    const { millrace } = organisation;
    const { n, wins, sumBp, brier } = await run(millrace.calibration());
    expect([n, wins, sumBp]).toEqual([5, 4, 27_000]);
    expect(brier).toEqual({ numerator: 4 * 4_000 ** 2 + 3_000 ** 2, denominator: 5 * 10 ** 8 });
    const { channels } = await run(millrace.channelYield());
    expect(channels).toEqual([
      { channel: 'bidding', opportunities: 3, opened: 3, won: 1, value: cny(4_200), cost: cny(870) },
      { channel: 'exhibitionVisit', opportunities: 1, opened: 0, won: 0, value: cny(0), cost: cny(0) },
    ]);
  });
});
