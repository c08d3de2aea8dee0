import { describe, expect, test } from 'vitest';
import { of, rates, rows } from '../support/funnel.js';
import { type Ask, ask, completed, decided, entered, january, lost, toProspect, toShopper } from '../support/log.js';

describe('counts of a stage', () => {
  test('DLR-7, FUN-1: prospect, shopper, buyer, won', () => {
    const report = of([
      ...entered(january(1), 'a'),
      toShopper(january(2), 'a'),
      decided(january(3), 'a'),
      completed(january(4), 'a'),
    ]);
    expect(rows(report)).toEqual({
      prospect: [1, 1, 0, 1, 0, 0],
      shopper: [1, 1, 0, 1, 0, 0],
      buyer: [1, 1, 0, 1, 0, 0],
    });
    expect(report.outcomes).toEqual({
      won: 1,
      lost: new Map(),
      disqualified: new Map(),
      dormant: new Map(),
      duplicate: 0,
    });
    expect(report.matrix).toEqual([
      { from: 'buyer', to: 'won', n: 1 },
      { from: 'opened', to: 'prospect', n: 1 },
      { from: 'prospect', to: 'shopper', n: 1 },
      { from: 'shopper', to: 'buyer', n: 1 },
    ]);
  });

  test('Q8, FUN-2: a walk-in who decides at once has reached the stage in between without touching it', () => {
    const asks = [...entered(january(1), 'a'), decided(january(1), 'a')];
    expect(rows(of(asks))).toEqual({
      prospect: [1, 1, 0, 1, 0, 0],
      shopper: [0, 1, 0, 0, 1, 0],
      buyer: [1, 1, 1, 1, 0, 0],
    });
    expect(rates(of(asks))).toEqual([
      ['prospect', 'shopper', 1, 1, 0],
      ['shopper', 'buyer', 1, 1, 0],
      ['prospect', 'buyer', 1, 1, 0],
    ]);
    expect(rates(of(asks, { definition: { reach: 'touched' } }))).toEqual([
      ['prospect', 'shopper', 0, 1, 0],
      ['shopper', 'buyer', 0, 0, 0],
      ['prospect', 'buyer', 1, 1, 0],
    ]);
  });

  test('Q8, FUN-8, FUN-9: a move back is never taken off what was reached; it is a regression and a visit more', () => {
    const asks = [
      ...entered(january(1), 'a'),
      toShopper(january(2), 'a'),
      toProspect(january(3), 'a'),
      toShopper(january(4), 'a'),
    ];
    expect(rows(of(asks, { asOf: january(3) }))).toEqual({
      prospect: [1, 1, 1, 2, 0, 0],
      shopper: [1, 1, 0, 1, 0, 1],
      buyer: [0, 0, 0, 0, 0, 0],
    });
    expect(rows(of(asks))).toEqual({
      prospect: [1, 1, 0, 2, 0, 0],
      shopper: [1, 1, 1, 2, 0, 1],
      buyer: [0, 0, 0, 0, 0, 0],
    });
  });

  test('Q8: who comes back opens another journey, and both count', () => {
    const asks = [
      ...entered(january(1), 'a'),
      lost(january(2), 'a', 'needGone'),
      ask(january(20), 'OpenJourney', 'a'),
      toShopper(january(21), 'a'),
    ];
    const report = of(asks);
    expect(report.opened).toBe(2);
    expect(rows(report)).toEqual({
      prospect: [2, 2, 0, 2, 0, 0],
      shopper: [1, 1, 1, 1, 0, 0],
      buyer: [0, 0, 0, 0, 0, 0],
    });
    expect(report.outcomes.lost).toEqual(new Map([['needGone', 1]]));
    expect(of(asks, { asOf: january(19) }).opened).toBe(1);
  });
});

describe('outcomes', () => {
  test('FUN-5: the matrix is in the order of from and to, whatever happened first', () => {
    const { matrix } = of([
      ...entered(january(1), 'a'),
      toShopper(january(2), 'a'),
      ...entered(january(3), 'b'),
      lost(january(4), 'b'),
    ]);
    expect(matrix.map(({ from, to, n }) => [from, to, n])).toEqual([
      ['opened', 'prospect', 2],
      ['prospect', 'lost', 1],
      ['prospect', 'shopper', 1],
    ]);
  });

  test('I-06: they are counted under their own reasons, in the order of the reasons', () => {
    const close = (id: string, outcome: string, reason: string): ReadonlyArray<Ask> => [
      ...entered(january(1), id),
      ask(january(2), 'CloseJourney', id, { outcome, reason }),
    ];
    const report = of([
      ...close('a', 'lost', 'rivalProduct'),
      ...close('b', 'lost', 'price'),
      ...close('c', 'lost', 'price'),
      ...close('d', 'disqualified', 'notReachable'),
      ...close('e', 'dormant', 'later'),
    ]);
    expect([...report.outcomes.lost]).toEqual([
      ['price', 2],
      ['rivalProduct', 1],
    ]);
    expect([...report.outcomes.disqualified]).toEqual([['notReachable', 1]]);
    expect([...report.outcomes.dormant]).toEqual([['later', 1]]);
    expect(report.outcomes.won).toBe(0);
  });
});

describe('collected', () => {
  test('DLR-34, Q29, FUN-17: a record counts by its latest state', () => {
    const collect = (id: string) => entered(january(1), id).slice(0, 1);
    const reject = (id: string) => ask(january(2), 'RejectProspect', id, { screenedBy: 'mia', reason: 'noNeed' });
    const report = of([
      ...collect('a'),
      ...collect('b'),
      reject('b'),
      ...collect('c'),
      reject('c'),
      ask(january(3), 'ResubmitProspect', 'c', { resubmittedBy: 'ada' }),
      ...entered(january(1), 'd').slice(0, 2),
      ...entered(january(1), 'e'),
    ]);
    expect(report.collected).toEqual({ total: 5, pending: 2, rejected: 1, accepted: 1, entered: 1 });
  });
});

describe('ids', () => {
  test('customers and people may be called what objects have by themselves', () => {
    const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty'];
    const report = of(
      names.flatMap((name) => [...entered(january(1), name, { custodian: name }), lost(january(2), name)]),
      { by: 'custodian' },
    );
    expect(rows(report)['prospect']).toEqual([4, 4, 0, 4, 0, 0]);
    expect(report.groups.map(({ key }) => key)).toEqual([...names].sort());
    expect(report.groups.map(({ stages }) => stages[0]?.reached)).toEqual([1, 1, 1, 1]);
    expect(report.outcomes.lost).toEqual(new Map([['price', 4]]));
  });
});
