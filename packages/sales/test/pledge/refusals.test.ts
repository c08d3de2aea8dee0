import {
  type GovernanceRefusal,
  initialPeriod,
  initialPerson,
  type PledgeCommand,
  type PledgeContext,
  type PledgeEvent,
  type PledgeRefusal,
  pledgeModule,
  salesOrganisation,
} from '@millrace/sales';
import { describe, test } from 'vitest';
import {
  ada,
  asks,
  cutOff,
  east,
  goneOn,
  opened,
  periodAfter,
  rulesWith,
  unqualified,
} from '../support/performance.js';
import {
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

type Refusal = PledgeRefusal | GovernanceRefusal;

/** A question that is refused in one way. */
interface Case<R> {
  readonly history?: ReadonlyArray<PledgeEvent>;
  readonly command: PledgeCommand;
  readonly context?: PledgeContext;
  readonly refusal: R;
}

const swear = (target: object = { wan: '1' }, donation: object = { yuan: '500' }, more: object = {}) =>
  ask('SwearPledge', { target, donation, ...more } as never);
const ofTeam = asks(pledgeModule.commands, { period: '2026-02', person: 'bob', unit: 'east' });
const start = '2026-01-31T16:00:00.000Z' as PledgeContext['now'];
const settle = (achieved: object, cutOffAt = 7) => ask('SettlePledge', { achieved, cutOff: cutOffAt } as never);
const adjust = (achieved: number, postedIn = '2026-03') =>
  ask('AdjustSettlement', { achieved: cny(achieved), postedIn, cutOff: 30 });
const pay = { amount: cny(10_001), reference: 'r' };
const withoutBar = {
  ...on(20),
  playbook: rulesWith({ people: { ...salesOrganisation.people, qualifiedFor: [], dataTermsFor: ['pledge'] } }),
};

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in Refusal['type']]: Case<Extract<Refusal, { type: Type }>> } = {
  NoPlaybook: {
    command: swear(),
    context: { ...on(20), playbook: { phase: 'unpublished' } },
    refusal: { type: 'NoPlaybook' },
  },
  EffectiveInFuture: {
    command: swear(),
    context: { ...on(20), effectiveAt: day(21) },
    refusal: { type: 'EffectiveInFuture', effectiveAt: day(21), now: day(20) },
  },
  NotPermitted: {
    history: missed,
    command: ask('WaiveDonation', { reason: 'hardship' }),
    context: on(63),
    refusal: { type: 'NotPermitted', role: 'seller', command: 'WaiveDonation' },
  },
  RoleNotHeld: {
    command: swear(),
    context: { ...on(20), actorRecord: unqualified },
    refusal: { type: 'RoleNotHeld', actor: 'ada', role: 'seller' },
  },
  EffectiveBeforeLast: {
    history: [sworn],
    command: ask('WithdrawPledge', {}),
    context: on(msFrom(day(20), -1)),
    refusal: { type: 'EffectiveBeforeLast', dimension: 'pledge', last: day(20) },
  },
  PeriodNotOpened: {
    command: swear(),
    context: on(20, { period: initialPeriod }),
    refusal: { type: 'PeriodNotOpened', period: '2026-02' },
  },
  BeforePeriodOpened: {
    command: swear(),
    context: on(msFrom(day(10), -1)),
    refusal: { type: 'BeforePeriodOpened', openedAt: day(10) },
  },
  PeriodAlreadyCutOff: {
    command: swear(),
    context: on(62, { period: periodAfter(opened, cutOff) }),
    refusal: { type: 'PeriodAlreadyCutOff', cutOffAt: day(61) },
  },
  PeriodStarted: {
    history: [sworn],
    command: ask('WithdrawPledge', {}),
    context: on(start),
    refusal: { type: 'PeriodStarted', start },
  },
  PersonUnknown: {
    command: swear(),
    context: byOperator(20, { person: initialPerson }),
    refusal: { type: 'PersonUnknown', person: 'ada' },
  },
  PersonResigned: {
    command: swear(),
    context: byOperator(20, { person: goneOn(19) }),
    refusal: { type: 'PersonResigned', person: 'ada', since: day(19) },
  },
  PersonNotQualified: {
    command: swear(),
    context: byOperator(20, { person: unqualified }),
    refusal: { type: 'PersonNotQualified', person: 'ada', undertaking: 'pledge' },
  },
  DataTermsNotAccepted: {
    command: swear(),
    context: withoutBar,
    refusal: { type: 'DataTermsNotAccepted', person: 'ada', undertaking: 'pledge' },
  },
  NotThePledger: {
    command: asks(pledgeModule.commands, { period: '2026-02', person: 'bob' })('SwearPledge', {
      target: { wan: '1' },
      donation: { yuan: '0' },
    }),
    context: on(20),
    refusal: { type: 'NotThePledger', pledger: 'bob', actor: 'ada' },
  },
  NotLeaderOfUnit: {
    command: ofTeam('SwearPledge', { target: { wan: '1' }, donation: { yuan: '0' } }),
    context: byOperator(20, { unit: east }),
    refusal: { type: 'NotLeaderOfUnit', unit: 'east', leader: 'ada' },
  },
  AmountUnreadable: {
    command: swear({ wan: '1.2345678' }),
    refusal: {
      type: 'AmountUnreadable',
      field: 'target',
      cause: { type: 'TooManyDecimals', text: '1.2345678', limit: 6 },
    },
  },
  CurrencyNotReporting: {
    command: swear({ minor: 1, currency: 'USD' }),
    refusal: { type: 'CurrencyNotReporting', currency: 'USD', reporting: 'CNY' },
  },
  TargetNotPositive: {
    command: swear({ wan: '0' }),
    refusal: { type: 'TargetNotPositive', minor: 0 },
  },
  DonationBelowZero: {
    command: swear({ wan: '1' }, { yuan: '-0.01' }),
    refusal: { type: 'DonationBelowZero', minor: -1 },
  },
  MeetingUnknown: {
    command: swear({ wan: '1' }, { yuan: '0' }, { meeting: 'm9' }),
    refusal: { type: 'MeetingUnknown', meeting: 'm9' },
  },
  AlreadyPledged: {
    history: [sworn],
    command: swear({ wan: '1.000001' }),
    refusal: { type: 'AlreadyPledged', target: 1_000_000, donation: 50_000 },
  },
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

describe('a command about a pledge is refused ORG-12 ORG-26 ORG-27 ORG-28 Q15 Q18 Q19 MON-10', () => {
  for (const [type, { history = [], command, context, refusal }] of Object.entries(cases)) {
    test(`with the numbers: ${type}`, () =>
      after(...history)
        .when(command, context ?? on(20))
        .thenRefused(refusal));
  }

  test('whoever had not joined yet is not known then', () => {
    after()
      .when(
        swear(),
        byOperator(10, { person: ada, effectiveAt: day(0), period: periodAfter({ ...opened, effectiveAt: day(-5) }) }),
      )
      .thenRefused({ type: 'PersonUnknown', person: 'ada' });
  });
});
