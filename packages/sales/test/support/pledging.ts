/** Ada's pledge for February: what stories about it begin with. */
import { type PledgeContext, type PledgeEvent, pledgeEvents, pledgeModule } from '@millrace/sales';
import { given } from '@millrace/testing';
import { ada, asks, at, cny, cutOff, ofPeriod, opened, periodAfter, tells } from './performance.js';
import { day } from './story.js';

export const was = tells(pledgeEvents);
export const ask = asks(pledgeModule.commands, { period: '2026-02', person: 'ada' });

/** On a day, February not cut off yet unless another period is told of; asked by ada herself. */
export const on = (when: Parameters<typeof at>[0], others: Partial<PledgeContext> = {}): PledgeContext => ({
  ...at(when, 'ada', 'seller'),
  actorRecord: ada,
  person: ada,
  period: periodAfter(opened),
  ...others,
});

/** The same, asked by the operator. */
export const byOperator = (when: Parameters<typeof at>[0], others: Partial<PledgeContext> = {}): PledgeContext => ({
  ...on(when),
  ...at(when),
  ...others,
});

/** An incentive for sellers: 1 % of everything. */
export const incentive = (name: string, when: number, rateBp = 100, audience: 'seller' | 'manager' = 'seller') =>
  ofPeriod(when, 'IncentiveAnnounced', {
    incentive: name,
    audience,
    by: ['mia'],
    rule: { mode: 'marginal', tiers: [{ from: 0, to: null, rateBp }] },
    outsideMeeting: true,
  });

/** February with an incentive announced before its cut-off, and one after. */
export const cutOffPeriod = periodAfter(opened, incentive('i1', 30), cutOff, incentive('late', 61, 5_000));

export const after = given(pledgeModule.decider, on(20));

/** Sworn on day 20 for 10,000.00 yuan, or 500.00 yuan of donation. */
export const sworn = was(20, 'PledgeSworn', {
  period: '2026-02',
  scope: 'individual',
  person: 'ada',
  name: 'Ada Li',
  target: cny(1_000_000),
  donation: cny(50_000),
  creditBasis: 'contract',
  donationRule: 'allOrNothing',
  rounding: 'floor',
  certificate: { template: 'pledge-1', zh: 'z'.repeat(64), en: 'e'.repeat(64) },
  start: '2026-01-31T16:00:00.000Z',
  end: '2026-02-28T16:00:00.000Z',
  late: false,
});

/** Settled on day 62: missed by one fen, and the donation proposed. */
export const missed: ReadonlyArray<PledgeEvent> = [
  sworn,
  was(62, 'PledgeSettled', { achieved: cny(999_999), met: false, cutOff: 7 }),
  was(62, 'DonationProposed', { amount: cny(50_000), cause: 'settlement' }),
];

/** Settled on day 62: met exactly, and rewarded with 100.00 yuan. */
export const met: ReadonlyArray<PledgeEvent> = [
  sworn,
  was(62, 'PledgeSettled', { achieved: cny(1_000_000), met: true, cutOff: 7 }),
  was(62, 'RewardGranted', { incentive: 'i1', amount: cny(10_000) }),
];

export const consented = [...missed, was(63, 'DonationConsented', { by: 'ada', amount: cny(50_000) })];
export const received = [...consented, was(64, 'DonationReceived', { amount: cny(50_000), reference: 'r1' })];

/** Met in hindsight, by what was posted in March: what was received is due back. */
export const dueBack = [
  ...received,
  was(95, 'SettlementAdjusted', {
    postedIn: '2026-03',
    cutOff: 30,
    achieved: cny(1_000_000),
    met: true,
    rewards: [{ incentive: 'i1', entitled: cny(10_000), change: cny(10_000) }],
    donation: cny(0),
    dueBack: cny(50_000),
  }),
];

/** Refusals of what settles a pledge, and of what comes after it. */
export type AfterSettlement =
  | 'NotSworn'
  | 'NotSettled'
  | 'PeriodNotCutOff'
  | 'AlreadySettled'
  | 'RewardOutOfRange'
  | 'AdjustmentNotLater'
  | 'RewardExceedsEntitlement'
  | 'AmountNotPositive'
  | 'DonationNotProposed'
  | 'ConsentNotByPledger'
  | 'BeforeProposal'
  | 'DonationNotConsented'
  | 'DonationNotAsConsented'
  | 'NothingDueBack'
  | 'ReturnExceedsDue'
  | 'UndefinedTerm';

export { cny, day };
