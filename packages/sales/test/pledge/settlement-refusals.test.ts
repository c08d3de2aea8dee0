import type { PledgeCommand, PledgeContext, PledgeEvent, PledgeRefusal } from '@millrace/sales';
import { describe, test } from 'vitest';
import { cutOff, opened, periodAfter } from '../support/performance.js';
import {
  type AfterSettlement,
  after,
  ask,
  byOperator,
  cny,
  consented,
  cutOffPeriod,
  day,
  dueBack,
  incentive,
  met,
  missed,
  on,
  received,
  sworn,
} from '../support/pledging.js';
import { msFrom } from '../support/story.js';

/** A question that is refused in one way. */
interface Case<R> {
  readonly history?: ReadonlyArray<PledgeEvent>;
  readonly command: PledgeCommand;
  readonly context?: PledgeContext;
  readonly refusal: R;
}

const settle = (achieved: object, cutOffAt = 7) => ask('SettlePledge', { achieved, cutOff: cutOffAt } as never);
const adjust = (achieved: number, postedIn = '2026-03') =>
  ask('AdjustSettlement', { achieved: cny(achieved), postedIn, cutOff: 30 });
const pay = { amount: cny(10_001), reference: 'r' };
/** One for each of them. */
const cases: { readonly [Type in AfterSettlement]: Case<Extract<PledgeRefusal, { type: Type }>> } = {
  NotSworn: {
    command: settle(cny(1)),
    context: byOperator(62, { period: cutOffPeriod }),
    refusal: { type: 'NotSworn' },
  },
  NotSettled: {
    history: [sworn],
    command: ask('ConsentToDonation', {}),
    refusal: { type: 'NotSettled' },
  },
  PeriodNotCutOff: {
    history: [sworn],
    command: settle(cny(1)),
    context: byOperator(62),
    refusal: { type: 'PeriodNotCutOff', period: '2026-02' },
  },
  AlreadySettled: {
    history: missed,
    command: settle(cny(1_000_000)),
    context: byOperator(62, { period: cutOffPeriod }),
    refusal: { type: 'AlreadySettled', achieved: 999_999, cutOff: 7 },
  },
  RewardOutOfRange: {
    history: [sworn],
    command: settle(cny(Number.MAX_SAFE_INTEGER)),
    context: byOperator(62, { period: periodAfter(opened, incentive('i1', 30, 10_001), cutOff) }),
    refusal: {
      type: 'RewardOutOfRange',
      cause: { type: 'AmountOutOfRange', currency: 'CNY' as never, amount: '9008099974666465' },
    },
  },
  AdjustmentNotLater: {
    history: missed,
    command: adjust(1, '2026-02'),
    context: byOperator(95, { period: cutOffPeriod }),
    refusal: { type: 'AdjustmentNotLater', period: '2026-02', postedIn: '2026-02' },
  },
  RewardExceedsEntitlement: {
    history: met,
    command: ask('PayReward', pay),
    context: byOperator(63),
    refusal: { type: 'RewardExceedsEntitlement', entitled: 10_000, paid: 0, minor: 10_001 },
  },
  AmountNotPositive: {
    history: met,
    command: ask('PayReward', { ...pay, amount: cny(0) }),
    context: byOperator(63),
    refusal: { type: 'AmountNotPositive', minor: 0 },
  },
  DonationNotProposed: {
    history: met,
    command: ask('ConsentToDonation', {}),
    context: on(63),
    refusal: { type: 'DonationNotProposed', state: 'none' },
  },
  ConsentNotByPledger: {
    history: missed,
    command: ask('ConsentToDonation', {}),
    context: byOperator(63),
    refusal: { type: 'ConsentNotByPledger', pledger: 'ada', actor: 'operator' },
  },
  BeforeProposal: {
    history: missed,
    command: ask('DeclineDonation', {}),
    context: on(msFrom(day(62), -1)),
    refusal: { type: 'BeforeProposal', proposedAt: day(62) },
  },
  DonationNotConsented: {
    history: missed,
    command: ask('ReceiveDonation', { amount: cny(50_000), reference: 'r' }),
    context: byOperator(63),
    refusal: { type: 'DonationNotConsented', state: 'proposed' },
  },
  DonationNotAsConsented: {
    history: consented,
    command: ask('ReceiveDonation', { amount: cny(50_001), reference: 'r' }),
    context: byOperator(64),
    refusal: { type: 'DonationNotAsConsented', consented: 50_000, received: 0, minor: 50_001 },
  },
  NothingDueBack: {
    history: received,
    command: ask('ReturnDonation', { amount: cny(1), reference: 'r' }),
    context: byOperator(65),
    refusal: { type: 'NothingDueBack', state: 'received' },
  },
  ReturnExceedsDue: {
    history: dueBack,
    command: ask('ReturnDonation', { amount: cny(50_001), reference: 'r' }),
    context: byOperator(96),
    refusal: { type: 'ReturnExceedsDue', dueBack: 50_000, minor: 50_001 },
  },
  UndefinedTerm: {
    history: missed,
    command: ask('WaiveDonation', { reason: 'noReason' }),
    context: byOperator(63),
    refusal: { type: 'UndefinedTerm', list: 'waiver', id: 'noReason' },
  },
};

describe('a command about a settlement is refused ORG-28 Q18 MON-10 PLG-3', () => {
  for (const [type, { history = [], command, context, refusal }] of Object.entries(cases)) {
    test(`with the numbers: ${type}`, () =>
      after(...history)
        .when(command, context ?? on(20))
        .thenRefused(refusal));
  }
});
