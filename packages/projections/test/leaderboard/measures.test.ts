import { describe, expect, test } from 'vitest';
import { fen, type Said } from '../support/organisation.js';
import { credits, refunds, targets } from '../support/said.js';
import { BEFORE, boardFrom, noon, ranksOf } from './founding.js';

const say = (at: string, type: string, customer: string, fields: object = {}): Said => ({
  at,
  command: { type, customer, ...fields },
});

/** The way of a customer from being collected to being entered with a custodian. */
const enters = (at: string, customer: string, custodian?: string): ReadonlyArray<Said> => [
  say(at, 'CollectProspect', customer, { collectedBy: 'bob', sheet: { source: 'walkIn', mobile: '139' } }),
  say(at, 'AcceptProspect', customer, { screenedBy: 'cyd' }),
  say(at, 'EnterCustomer', customer, custodian === undefined ? {} : { custodian }),
];
const evidence = { evidence: { note: 'saw the customer choose' } };
const shops = (at: string, customer: string): Said => say(at, 'AdvanceStage', customer, { to: 'shopper', ...evidence });
const buys = (at: string, customer: string): Said => say(at, 'DecidePurchase', customer, evidence);

const story = [
  ...enters(noon(2), 'c1', 'ada'),
  ...enters(noon(2), 'c2', 'ada'),
  ...enters(noon(3), 'c3', 'cyd'),
  ...enters(noon(3), 'c4'),
  shops(noon(4), 'c1'),
  say(noon(5), 'TransferCustody', 'c1', { to: 'bob', reason: 'workload' }),
  buys(noon(6), 'c1'),
  shops('2026-02-02T00:00:00.000Z', 'c2'),
];

describe('counts', () => {
  test('DLR-13, OWN-12: entries to a stage in the period belong to who had custody then; those of the pool to nobody', async () => {
    const rowsBy = async (measure: 'prospects' | 'shoppers' | 'buyers', period = '2026-01') => {
      const { rows, total, unassigned } = await boardFrom(story, { period, measure, participants: 'credited' });
      return [rows.map(({ rank, id, value }) => [rank, id, value]), total, unassigned];
    };
    expect(await rowsBy('prospects')).toEqual([
      [
        [1, 'ada', 2],
        [2, 'cyd', 1],
      ],
      4,
      1,
    ]);
    expect(await rowsBy('shoppers')).toEqual([[[1, 'ada', 1]], 1, 0]);
    expect(await rowsBy('buyers')).toEqual([[[1, 'bob', 1]], 1, 0]);
    expect(await rowsBy('shoppers', '2026-02')).toEqual([[[1, 'ada', 1]], 1, 0]);
    expect(await rowsBy('shoppers', 'all')).toEqual([[[1, 'ada', 2]], 2, 0]);
  });

  test('DLR-13, DLR-24: they have targets of their own; credit stands beside', async () => {
    const { rows } = await boardFrom(
      [
        targets(BEFORE, '2026-01', { person: 'ada' }, { measure: 'prospects', target: 3 }),
        targets(BEFORE, '2026-01', { person: 'ada' }, { measure: 'sales', target: fen(9) }),
        ...story.slice(0, 12),
        credits(noon(7), 's1', 5, { ada: 1 }),
      ],
      { period: '2026-01', measure: 'prospects' },
    );
    expect(rows[0]).toEqual({
      rank: 1,
      id: 'ada',
      name: 'N. ada',
      value: 2,
      credited: fen(5),
      target: 3,
      targetFrom: 'target',
      attainmentBp: 6_666,
      met: false,
    });
  });

  test('LDB-6: units count what their members had in custody', async () => {
    expect(await ranksOf(story, { period: '2026-01', measure: 'prospects', of: 'team' })).toEqual([
      [1, 'n1', 2],
      [2, 'n2', 1],
    ]);
  });
});

describe('ledgers', () => {
  const beside = {
    overlay: [{ person: 'bob', amount: fen(30) }],
    referral: [
      { person: 'cyd', amount: fen(4) },
      { person: 'bob', amount: fen(5) },
    ],
  };
  const sold = [credits(noon(3), 's1', 100, { ada: 1 }, beside), refunds(noon(9), 's1', { amount: fen(50) })];

  test('PLG-4: overlay and referral are ledgers of their own, mirrored by refunds and kept out of revenue', async () => {
    const asked = { period: '2026-01', participants: 'credited' } as const;
    expect(await ranksOf(sold, asked)).toEqual([[1, 'ada', fen(50)]]);
    expect(await ranksOf(sold, { ...asked, measure: 'overlay' })).toEqual([[1, 'bob', fen(15)]]);
    expect(await ranksOf(sold, { ...asked, measure: 'referral' })).toEqual([
      [1, 'bob', fen(3)],
      [2, 'cyd', fen(2)],
    ]);
    expect((await boardFrom(sold, { ...asked, measure: 'overlay' })).rows[0]?.credited).toEqual(fen(0));
  });

  test('Q16: a board counts credit on its own basis', async () => {
    const both = [credits(noon(3), 's1', 100, { ada: 1 }), credits(noon(4), 's2', 7, { ada: 1 }, { basis: 'cash' })];
    expect((await boardFrom(both, { period: '2026-01' })).total).toEqual(fen(100));
    expect((await boardFrom(both, { period: '2026-01', basis: 'cash' })).total).toEqual(fen(7));
    expect((await boardFrom(both, { period: 'all', basis: 'delivery' })).total).toEqual(fen(0));
  });
});
