/** Commands of periods, pledges, sales and boards, one stream each, and the moments they are asked at. */
import { replay } from '@millrace/kernel';
import {
  type BoardCommand,
  boardModule,
  type PeriodCommand,
  type PledgeCommand,
  periodFold,
  periodModule,
  pledgeModule,
  type SaleCommand,
  type SalesPeriod,
  saleModule,
} from '@millrace/sales';
import fc from 'fast-check';
import { ada, asks, at, cny, cutOff, opened, periodAfter } from './performance.js';
import { incentive } from './pledging.js';
import { day } from './story.js';

/** Day 20 and on, three steps a day; one ask in four is dated up to five days back. */
const momentOf = (step: number, roll: number, first = 20, actor = 'operator', role = actor) => {
  const now = day(first + Math.floor(step / 3));
  const effectiveAt = roll % 4 === 3 ? day(first + Math.floor(step / 3) - ((roll >> 2) % 5)) : now;
  return { ...at(now, actor, role), effectiveAt };
};

const paper = fc.record({
  hash: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
  name: fc.constant('paper.pdf'),
  figures: fc.nat({ max: 11 }).map((roll) => (roll === 0 ? [] : [{ query: 'pledges', asOf: day(61), knownAt: 9 }])),
});
const six = ['attainment', 'causes', 'lessons', 'rewards', 'penalties', 'nextPlan'];
const agenda = fc
  .shuffledSubarray([...six, ...six], { minLength: 5, maxLength: 7 })
  .map((items) => items.map((item) => ({ item, record: 'none due' })));
const whole = fc.constant(six.map((item) => ({ item, record: 'as shown' })));
const level = fc.constantFrom(-1, 0, 1, 2, 3);

const ofPeriod = asks(periodModule.commands, { period: '2026-02' });
export const periodCommands: fc.Arbitrary<PeriodCommand> = fc.oneof(
  fc.constant(ofPeriod('OpenPeriod', {})),
  fc
    .oneof(fc.constantFrom([1, 2, 3], [2, 3, 4]), fc.tuple(level, level, level))
    .map(([target = 1, stretch = 2, challenge = 3]) =>
      ofPeriod('SetTarget', { of: { person: 'ada' }, levels: { measure: 'buyers', target, stretch, challenge } }),
    ),
  fc.constantFrom(['mia'], []).map((chairs) => ofPeriod('HoldPledgeMeeting', { meeting: 'm1', chairs, mode: 'video' })),
  fc.tuple(fc.constantFrom('i1', 'i2'), fc.constantFrom(5, 6), level).map(([name, from, rateBp]) =>
    ofPeriod('AnnounceIncentive', {
      incentive: name,
      audience: 'seller',
      by: ['mia'],
      rule: {
        mode: 'marginal',
        tiers: [
          { from: 0, to: 5, rateBp: 1 },
          { from, to: null, rateBp },
        ],
      },
    }),
  ),
  fc.constant(ofPeriod('CutOffPeriod', {})),
  fc
    .tuple(fc.constantFrom(1, 2), fc.constantFrom(0, 1))
    .map(([pledges, met]) => ofPeriod('CompleteSettlement', { pledges, met, missed: 1, cutOff: 7 })),
  fc
    .tuple(fc.oneof(whole, agenda), paper)
    .map(([items, minutes]) =>
      ofPeriod('HoldSettlementMeeting', { mode: 'inPerson', chairs: ['mia'], agenda: items, minutes } as never),
    ),
  fc
    .tuple(paper, paper, paper)
    .map(([summary, analysis, plan]) => ofPeriod('ClosePeriod', { summary, analysis, plan })),
);
export const periodOpening = fc.constantFrom([ofPeriod('OpenPeriod', {})], [ofPeriod('OpenPeriod', {})], []);
/** From the middle of the month on, so that it ends. */
export const periodContext = (step: number, _: PeriodCommand, roll: number) => ({
  ...momentOf(step, roll, 56),
  person: ada,
});

const states: ReadonlyArray<SalesPeriod> = [
  periodAfter(opened, incentive('i1', 15)),
  periodAfter(opened, incentive('i1', 15), { ...cutOff, effectiveAt: day(25) }),
];
const amount = fc.constantFrom(-1, 0, 1, 25_000, 50_000, 10_000).map(cny);
const achieved = fc.constantFrom(-5, 0, 500_000, 999_999, 1_000_000, 2_000_000, Number.MAX_SAFE_INTEGER).map(cny);
const ofPledge = asks(pledgeModule.commands, { period: '2026-02', person: 'ada' });
const terms = fc
  .constantFrom('allOrNothing', 'proportional')
  .map((donationRule) =>
    ofPledge('SwearPledge', { target: { wan: '1' }, donation: { yuan: '500' }, donationRule } as never),
  );
export const pledgeCommands: fc.Arbitrary<PledgeCommand> = fc.oneof(
  terms,
  fc.constant(ofPledge('WithdrawPledge', {})),
  achieved.map((sum) => ofPledge('SettlePledge', { achieved: sum, cutOff: 7 })),
  {
    weight: 3,
    arbitrary: achieved.map((sum) => ofPledge('AdjustSettlement', { achieved: sum, postedIn: '2026-03', cutOff: 30 })),
  },
  amount.map((sum) => ofPledge('PayReward', { amount: sum, reference: 'p' })),
  { weight: 4, arbitrary: fc.constant(ofPledge('ConsentToDonation', {})) },
  fc.constant(ofPledge('DeclineDonation', {})),
  fc.constantFrom('hardship', 'noReason').map((reason) => ofPledge('WaiveDonation', { reason })),
  { weight: 3, arbitrary: amount.map((sum) => ofPledge('ReceiveDonation', { amount: sum, reference: 'r' })) },
  amount.map((sum) => ofPledge('ReturnDonation', { amount: sum, reference: 'b' })),
);
export const pledgeOpening = fc
  .tuple(terms, achieved)
  .map(([sworn, sum]) => [sworn, ofPledge('SettlePledge', { achieved: sum, cutOff: 7 })]);
const own = new Set(['SwearPledge', 'WithdrawPledge', 'ConsentToDonation', 'DeclineDonation']);
/** Cut off from the second step on; one's own commands are one's own, but for one in eight. */
export const pledgeContext = (step: number, { type }: PledgeCommand, roll: number) => {
  const isOwn = own.has(type) !== (roll % 8 === 5);
  return {
    ...momentOf(step, roll, 20, ...((isOwn ? ['ada', 'seller'] : ['operator']) as [string])),
    now: day(40 + step),
    ...(step > 0 && roll % 4 !== 3 ? { effectiveAt: day(26 + Math.floor(step / 3)) } : {}),
    actorRecord: ada,
    person: ada,
    period: states[step === 0 ? 0 : 1] ?? (opened as never),
  };
};

const people = ['ada', 'bob', 'cyd'];
const ofSale = asks(saleModule.commands, { sale: 's1' });
export const saleCommands: fc.Arbitrary<SaleCommand> = fc.oneof(
  fc
    .record({
      credit: fc.constantFrom(1, 2, 3),
      minor: fc.constantFrom(0, 1, 7, 10_000, Number.MAX_SAFE_INTEGER),
      weights: fc.array(fc.constantFrom(-1, 0, 1, 2, 6), { maxLength: 3 }),
      currency: fc.constantFrom('CNY', 'CNY', 'USD'),
      exchange: fc.constantFrom(undefined, { rate: '0.333', source: 'bank', date: '2026-02-09' }),
    })
    .map(({ credit, minor, weights, currency, exchange }) =>
      ofSale('CreditSale', {
        credit,
        amount: { minor, currency },
        revenue: weights.map((weight, i) => ({ person: people[i] ?? 'ada', weight })),
        overlay: [{ person: 'bob', amount: { minor: 5, currency } }],
        ...(exchange === undefined ? {} : { exchange }),
      } as never),
    ),
  fc
    .record({
      credit: fc.constantFrom(1, 2),
      minor: fc.constantFrom(0, 1, 3, 5_000),
      currency: fc.constantFrom('CNY', 'USD'),
    })
    .map(({ credit, ...sum }) => ofSale('ReverseCredit', { credit, reason: 'returned', amount: sum })),
  fc.constantFrom(1, 2).map((credit) => ofSale('ReverseCredit', { credit, reason: 'returned' })),
);
export const saleContext = (step: number, _: SaleCommand, roll: number) => ({
  ...momentOf(step, roll),
  people: new Map(people.map((id) => [id, ada])),
  customerEntered: false,
  periods: [{ label: '2026-01' as never, period: states[roll % 2] ?? replay(periodFold, []) }],
});

const ofBoard = asks(boardModule.commands, { board: 'b1' });
const shown = fc.record({
  asOf: fc.constantFrom(day(19), day(20)),
  knownAt: fc.constantFrom(1, 2),
  rows: fc.constant(3),
  digest: fc.constantFrom('d1', 'd2'),
});
export const boardCommands: fc.Arbitrary<BoardCommand> = fc.oneof(
  fc.tuple(shown, fc.constantFrom('all', '2026-02', '2026-13')).map(([rows, period]) =>
    ofBoard('PublishLeaderboard', {
      ...rows,
      definition: {
        version: 1,
        period,
        zone: 'Asia/Shanghai',
        of: 'person',
        measure: 'credited',
        basis: 'contract',
        ranking: 'dense',
        participants: 'all',
        visibility: { show: 'top', rows: 3 },
      },
    }),
  ),
  shown.map((rows) => ofBoard('CorrectLeaderboard', { ...rows, reason: 'mistake' })),
);
export const boardContext = (step: number, _: BoardCommand, roll: number) => momentOf(step, roll);
