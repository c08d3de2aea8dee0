import type { Instant } from '@millrace/kernel';
import {
  creditsView,
  type FeasibilityQuestion,
  feasibility,
  funnelOf,
  funnelView,
  holdersOf,
  organisationView,
} from '@millrace/projections';
import { dealership, type Term } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { SalesAsk, SalesLog } from '../support/sales-log.js';
import { cny, credit, join, newLog, on, openUnit, refund } from '../support/sales-story.js';
import { right } from '../support/settle.js';

const evidence = { evidence: { note: 'saw the customer choose' } };

/** A customer entered, and gone as far as a stage. */
const customer = (
  id: string,
  stage: 'prospect' | 'shopper' | 'buyer',
  at = on(2, 1),
  custodian = 'ada',
): ReadonlyArray<SalesAsk> => {
  const ask = (type: string, fields: object = {}) => ({ at, command: { type, customer: id, ...fields } });
  return [
    ask('CollectProspect', { collectedBy: 'ada', sheet: { source: 'walkIn', mobile: '139' } }),
    ask('AcceptProspect', { screenedBy: 'mia' }),
    ask('EnterCustomer', { custodian }),
    ...(stage === 'prospect' ? [] : [ask('AdvanceStage', { to: 'shopper', ...evidence })]),
    ...(stage === 'buyer' ? [ask('DecidePurchase', evidence), ask('CompletePurchase')] : []),
  ];
};

const ids = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i}`);

/** Ten units came: two bought for 300 and 200, three stand as shoppers, five as prospects. */
const stocked = (): SalesLog =>
  newLog().tell(
    ...join(on(1, 2), 'ada'),
    ...ids('p', 5).flatMap((id) => customer(id, 'prospect')),
    ...ids('s', 3).flatMap((id) => customer(id, 'shopper', on(2, 1), 'bob')),
    ...ids('b', 2).flatMap((id) => customer(id, 'buyer')),
    credit(on(2, 2), 'x', 300, { ada: 1 }, { customer: 'b0' }),
    credit(on(2, 3), 'y', 240, { ada: 1 }, { customer: 'b1' }),
    refund(on(2, 4), 'y', 40),
    credit(on(2, 3), 'notABuyer', 7_000, { ada: 1 }, { customer: 'p0' }),
    credit(on(2, 3), 'nobody', 7_000, { ada: 1 }),
    credit(on(2, 3), 'delivered', 7_000, { ada: 1 }, { customer: 'b0', basis: 'delivery' }),
  );

const asked = (more: Partial<FeasibilityQuestion> = {}): FeasibilityQuestion => ({
  definition: funnelOf(dealership),
  asOf: on(3, 1) as Instant,
  target: cny(1_100),
  credited: cny(100),
  basis: 'contract',
  ...more,
});

const tell = (log: SalesLog, more?: Partial<FeasibilityQuestion>) =>
  feasibility({ funnel: log.documents(funnelView), credits: log.documents(creditsView) }, asked(more));

describe('the feasibility of a target', () => {
  it('DLR-35 FUN-20 sets the buyers and units it takes against the present stock, exactly', () => {
    expect(right(tell(stocked()))).toEqual({
      missing: cny(1_000),
      cohort: { buyers: 2, revenue: 500n },
      buyers: { exact: { numerator: 4n, denominator: 1n }, needed: 4n },
      stages: [
        { id: 'prospect', stock: 5, needed: 20n, rate: { numerator: 1n, denominator: 5n } },
        { id: 'shopper', stock: 3, needed: 10n, rate: { numerator: 2n, denominator: 5n } },
      ],
      expected: { numerator: 11n, denominator: 5n },
      feasible: false,
    });
  });

  it('DLR-35 rounds buyers up, and is feasible exactly where the stock makes as many', () => {
    const { buyers, feasible } = right(tell(stocked(), { target: cny(601), credited: cny(100) }));
    expect(buyers).toEqual({ exact: { numerator: 501n, denominator: 250n }, needed: 3n });
    expect(feasible).toBe(false);
    expect(right(tell(stocked(), { target: cny(600), credited: cny(100) }))).toMatchObject({
      buyers: { needed: 2n },
      feasible: true,
    });
  });

  it('DLR-35 a target that is met takes nobody', () => {
    expect(right(tell(stocked(), { credited: cny(1_200) }))).toMatchObject({
      missing: cny(0),
      buyers: { exact: { numerator: 0n, denominator: 1n }, needed: 0n },
      feasible: true,
    });
  });

  it('DLR-35 nothing is enough where nothing is missing', () => {
    const none = { credited: cny(1_100), holders: new Set<string>() };
    expect(right(tell(stocked(), none))).toMatchObject({ expected: { numerator: 0n }, feasible: true });
  });

  it('DLR-35 counts the stock of those asked about, by the experience of everybody', () => {
    const { stages, cohort } = right(tell(stocked(), { holders: new Set(['bob']) }));
    expect(stages.map(({ id, stock }) => [id, stock])).toEqual([
      ['prospect', 0],
      ['shopper', 3],
    ]);
    expect(cohort.buyers).toBe(2);
  });

  it('DLR-35 no mature sale is not enough data, and says how little there is', () => {
    const none = (buyers: number, revenue: bigint) =>
      E.left({ type: 'NotEnoughMatureData', lacking: 'sale', cohort: { buyers, revenue } });
    expect(tell(newLog())).toEqual(none(0, 0n));
    expect(tell(stocked(), { asOf: on(2, 1) as Instant })).toEqual(none(2, 0n));
    const immature = { definition: { ...funnelOf(dealership), windowDays: 60 } };
    expect(tell(stocked(), immature)).toEqual(none(0, 0n));
    expect(E.isRight(tell(stocked(), { ...immature, asOf: on(4, 2) as Instant }))).toBe(true);
    expect(tell(stocked(), { span: { start: on(2, 2) as Instant, end: on(3, 1) as Instant } })).toEqual(none(0, 0n));
    const refunded = stocked().tell(refund(on(2, 5), 'x'), refund(on(2, 5), 'y'));
    expect(tell(refunded)).toEqual(none(2, 0n));
  });

  it('DLR-35 a step that was never made is not enough data', () => {
    const definition = { ...funnelOf(dealership), reach: 'touched' as const };
    const log = newLog().tell(
      ...join(on(1, 2), 'ada'),
      ...customer('straight', 'prospect'),
      { at: on(2, 1), command: { type: 'DecidePurchase', customer: 'straight', ...evidence } },
      ...customer('other', 'shopper'),
      credit(on(2, 2), 'x', 300, { ada: 1 }, { customer: 'straight' }),
    );
    expect(tell(log, { definition })).toEqual(
      E.left({ type: 'NotEnoughMatureData', lacking: 'rate', from: 'shopper', to: 'buyer' }),
    );
  });

  it('DLR-35 where there is but one stage every unit is a buyer', () => {
    const definition = { ...funnelOf(dealership), stages: ['buyer' as Term], benchmark: [1] };
    expect(right(tell(stocked(), { definition }))).toMatchObject({
      stages: [],
      buyers: { needed: 4n },
      feasible: false,
    });
  });

  it('DLR-35 a team works with whoever is a member of it, or of a unit below it, at the time', () => {
    const log = newLog().tell(
      openUnit(on(1, 1), 'east'),
      openUnit(on(1, 1), 'shop', 'east'),
      ...join(on(1, 2), 'ada', 'shop'),
      ...join(on(1, 2), 'bob', 'east'),
      ...join(on(1, 2), 'cy'),
      { at: on(2, 1), command: { type: 'LeaveTeam', person: 'bob', unit: 'east' } },
    );
    const of = (unit: string | undefined, at: string) => [
      ...holdersOf(log.documents(organisationView), { person: 'bob', unit }, at as Instant),
    ];
    expect(of('east', on(1, 31))).toEqual(['ada', 'bob']);
    expect(of('east', on(2, 1))).toEqual(['ada']);
    expect(of('shop', on(1, 31))).toEqual(['ada']);
    expect(of(undefined, on(2, 1))).toEqual(['bob']);
  });
});
