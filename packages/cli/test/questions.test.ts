import { views } from '@millrace/projections';
import { describe, expect, test } from 'vitest';
import { imported } from './support/visits.js';

describe('funnel --json', () => {
  test('has the shape that other programs rely on', async () => {
    const { json } = await imported();
    const answer = (await json('funnel')) as { [name: string]: unknown };
    expect(answer).toMatchObject({
      definition: { unit: 'journey', stages: ['prospect', 'shopper', 'buyer'], reach: 'reached', entry: 'first' },
      asOf: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      knownAt: 23,
      collected: { total: 4, pending: 0, rejected: 0, accepted: 0, entered: 4 },
      stages: [
        { id: 'prospect', touched: 4, reached: 4, current: 1, visits: 4, skipped: 0, regressions: 0 },
        { id: 'shopper', touched: 2, reached: 2, current: 1, visits: 2, skipped: 0, regressions: 0 },
        { id: 'buyer', touched: 1, reached: 1, current: 0, visits: 1, skipped: 0, regressions: 0 },
      ],
      outcomes: { won: 1, lost: { gone: 1 }, disqualified: {}, dormant: {}, duplicate: 0 },
      matrix: expect.arrayContaining([
        { from: 'prospect', to: 'shopper', n: 2 },
        { from: 'shopper', to: 'buyer', n: 1 },
        { from: 'buyer', to: 'won', n: 1 },
        { from: 'prospect', to: 'lost', n: 1 },
      ]),
      conversions: [
        { from: 'prospect', to: 'shopper', numerator: 2, denominator: 4, immature: 0 },
        { from: 'shopper', to: 'buyer', numerator: 1, denominator: 2, immature: 0 },
        { from: 'prospect', to: 'buyer', numerator: 1, denominator: 4, immature: 0 },
      ],
    });
    expect(answer).not.toHaveProperty('groups');
  });

  test('FUN-10: counts months on the organisation’s clock: 23:30 UTC on 31 March is April in Amsterdam', async () => {
    const { json } = await imported();
    expect(await json('funnel')).toMatchObject({
      cohorts: [
        { month: '2025-03', reached: { prospect: 2, shopper: 1, buyer: 1 } },
        { month: '2025-04', reached: { prospect: 2, shopper: 1, buyer: 0 } },
      ],
    });
  });

  test.each<[string, ReadonlyArray<[string, ...ReadonlyArray<number>]>]>([
    [
      'custodian',
      [
        ['s1', 3, 0, 0, 1, 0, 0],
        ['s2', 1, 2, 1, 0, 1, 0],
      ],
    ],
    ['source', [['street', 4, 2, 1, 1, 1, 0]]],
    [
      'month',
      [
        ['2025-03', 2, 1, 1, 0, 0, 0],
        ['2025-04', 2, 1, 0, 1, 1, 0],
      ],
    ],
  ])('FUN-15: has groups with --by %s', async (by, expected) => {
    const { json } = await imported();
    const { groups } = (await json('funnel', '--by', by)) as {
      groups: ReadonlyArray<{ key: string; stages: ReadonlyArray<{ reached: number; current: number }> }>;
    };
    const found = groups.map(({ key, stages }) => [
      key,
      ...stages.map(({ reached }) => reached),
      ...stages.map(({ current }) => current),
    ]);
    expect(found).toEqual(expected);
  });

  test('LAW-30, LAW-31: as of a time, and as known at a position or time', async () => {
    const { json } = await imported();
    const reached = async (...args: ReadonlyArray<string>) => {
      const { stages } = (await json('funnel', ...args)) as { stages: ReadonlyArray<{ reached: number }> };
      return stages.map((stage) => stage.reached);
    };
    expect(await reached('--as-of', '2025-03-02T10:00:00Z')).toEqual([2, 1, 0]);
    expect(await reached('--as-of', '2025-03-02T09:59:59Z')).toEqual([2, 0, 0]);
    expect(await reached('--as-of', '2025-04-01')).toEqual([2, 1, 0]);
    expect(await reached('--as-of', '2025-04-01 02:00')).toEqual([3, 2, 0]);
    expect(await reached('--known-at', '10')).toEqual([2, 0, 0]);
    expect(await reached('--known-at', '11')).toEqual([2, 1, 0]);
    expect(await reached('--known-at', '2099-01-01')).toEqual([4, 2, 1]);
  });
});

describe('ownership --json', () => {
  test('has the shape that other programs rely on', async () => {
    const { json } = await imported();
    expect(await json('ownership')).toEqual({
      asOf: expect.any(String),
      knownAt: 23,
      customers: 4,
      pool: 0,
      temporary: 0,
      transfers: 1,
      byCustodian: { s1: 2, s2: 2 },
    });
  });

  test('OWN-2, OWN-3: of one customer is every interval, and the owner who never changes', async () => {
    const { json } = await imported();
    expect(await json('ownership', '--customer', 'ann')).toMatchObject({
      owner: 'dealer',
      customer: 'ann',
      intervals: [
        { person: 's1', from: '2025-03-01T10:00:00.000Z', to: '2025-03-02T10:00:00.000Z', began: 'entered' },
        { person: 's2', from: '2025-03-02T10:00:00.000Z', began: 'transferred', reason: 'moved' },
      ],
    });
  });
});

describe('explain funnel --json', () => {
  test.each([
    ['prospect', 'reached', 4],
    ['prospect', 'current', 1],
    ['shopper', 'touched', 2],
    ['shopper', 'visits', 2],
    ['shopper', 'skipped', 0],
    ['buyer', 'reached', 1],
  ])('%s %s is %d, and has an event for each', async (stage, measure, value) => {
    const { json } = await imported();
    const found = (await json('explain', 'funnel', stage, '--measure', measure)) as {
      value: number;
      lines: ReadonlyArray<{ customer: string; event: { stream: string; type: string } }>;
    };
    expect(found).toMatchObject({ stage, measure, value, knownAt: 23 });
    expect(found.lines).toHaveLength(value);
    for (const { customer, event } of found.lines) expect(event.stream).toBe(`customer-${customer}`);
  });
});

test('history --json is the stored events', async () => {
  const { json } = await imported();
  const events = (await json('history', 'customer-dan')) as ReadonlyArray<object>;
  expect(events[0]).toMatchObject({
    stream: 'customer-dan',
    revision: 0,
    type: 'ProspectCollected',
    data: { collectedBy: 's1', sheet: { source: 'street', otherContact: 'no. dan' } },
    meta: { actor: 'import', effectiveAt: '2025-04-05T10:00:00.000Z', tenant: 'main' },
  });
});

test('replay --json has events, rate and a hash of each view', async () => {
  const { json } = await imported();
  expect(await json('replay')).toEqual({
    events: 23,
    knownAt: 23,
    seconds: expect.any(Number),
    perSecond: expect.any(Number),
    views: Object.fromEntries(Object.keys(views).map((name) => [name, expect.stringMatching(/^[0-9a-f]{64}$/)])),
  });
  expect(await json('replay', '--known-at', '6')).toMatchObject({ events: 6, knownAt: 6 });
});
