import {
  type GovernanceRefusal,
  initialPerson,
  type SaleCommand,
  type SaleContext,
  type SaleEvent,
  type SaleRefusal,
} from '@millrace/sales';
import { describe, test } from 'vitest';
import { ada, cny, goneOn } from '../support/performance.js';
import { after, ask, credited, creditOfThirds, on, thirds } from '../support/selling.js';
import { day, msFrom } from '../support/story.js';

type Refusal = SaleRefusal | GovernanceRefusal;

/** A question that is refused in one way. */
interface Case<R> {
  readonly history?: ReadonlyArray<SaleEvent>;
  readonly command: SaleCommand;
  readonly context?: SaleContext;
  readonly refusal: R;
}

const credit = (changes: object = {}) =>
  ask('CreditSale', { amount: cny(10_000), revenue: thirds, ...changes } as never);
const usd = (minor: number) => ({ minor, currency: 'USD' });
const exchange = { rate: '7.1', source: 'central bank', date: '2026-02-09' };
const refund = (changes: object = {}) => ask('ReverseCredit', { reason: 'returned', ...changes } as never);

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in Refusal['type']]: Case<Extract<Refusal, { type: Type }>> } = {
  NoPlaybook: {
    command: credit(),
    context: { ...on(40), playbook: { phase: 'unpublished' } },
    refusal: { type: 'NoPlaybook' },
  },
  EffectiveInFuture: {
    command: credit(),
    context: { ...on(40), effectiveAt: day(41) },
    refusal: { type: 'EffectiveInFuture', effectiveAt: day(41), now: day(40) },
  },
  NotPermitted: {
    command: credit(),
    context: { ...on(40), actor: 'ada' as never, role: 'seller' as never, actorRecord: ada },
    refusal: { type: 'NotPermitted', role: 'seller', command: 'CreditSale' },
  },
  RoleNotHeld: {
    command: credit(),
    context: { ...on(40), actor: 'ada' as never, role: 'manager' as never, actorRecord: ada },
    refusal: { type: 'RoleNotHeld', actor: 'ada', role: 'manager' },
  },
  PersonUnknown: {
    command: credit(),
    context: on(40, {
      people: new Map([
        ['ada', ada],
        ['bob', initialPerson],
      ]),
    }),
    refusal: { type: 'PersonUnknown', person: 'bob' },
  },
  PersonResigned: {
    command: credit({ revenue: [{ person: 'ada', weight: 1 }], referral: [{ person: 'bob', amount: cny(1) }] }),
    context: on(40, {
      people: new Map([
        ['ada', ada],
        ['bob', goneOn(40)],
      ]),
    }),
    refusal: { type: 'PersonResigned', person: 'bob', since: day(40) },
  },
  CustomerUnknown: {
    command: credit({ customer: 'c1' }),
    refusal: { type: 'CustomerUnknown', customer: 'c1' },
  },
  AmountNotPositive: {
    command: credit({ amount: cny(0) }),
    refusal: { type: 'AmountNotPositive', minor: 0 },
  },
  AmountOutOfRange: {
    command: credit({ amount: usd(Number.MAX_SAFE_INTEGER), exchange }),
    refusal: {
      type: 'AmountOutOfRange',
      cause: { type: 'AmountOutOfRange', currency: 'CNY' as never, amount: '63951114708661036' },
    },
  },
  NoShares: {
    command: credit({ revenue: [{ person: 'ada', weight: 0 }] }),
    refusal: { type: 'NoShares' },
  },
  DoubledShare: {
    command: credit({
      overlay: [
        { person: 'ada', amount: cny(1) },
        { person: 'ada', amount: cny(2) },
      ],
    }),
    refusal: { type: 'DoubledShare', ledger: 'overlay', person: 'ada' },
  },
  NotAWeight: {
    command: credit({ revenue: [{ person: 'ada', weight: -1 }] }),
    refusal: { type: 'NotAWeight', person: 'ada', weight: -1 },
  },
  ShareBelowZero: {
    command: credit({
      revenue: [
        { person: 'ada', amount: cny(10_001) },
        { person: 'bob', amount: cny(-1) },
      ],
    }),
    refusal: { type: 'ShareBelowZero', ledger: 'revenue', person: 'bob', minor: -1 },
  },
  SplitsDoNotAddUp: {
    command: credit({
      revenue: [
        { person: 'ada', amount: cny(9_998) },
        { person: 'bob', amount: cny(1) },
      ],
    }),
    refusal: { type: 'SplitsDoNotAddUp', expected: 10_000, actual: '9999' },
  },
  MixedCurrencies: {
    command: credit({ referral: [{ person: 'ada', amount: usd(1) }] }),
    refusal: { type: 'MixedCurrencies', expected: 'CNY', found: 'USD' },
  },
  ExchangeMissing: {
    command: credit({ amount: usd(1) }),
    refusal: { type: 'ExchangeMissing', currency: 'USD', reporting: 'CNY' },
  },
  ExchangeNotNeeded: {
    command: credit({ exchange }),
    refusal: { type: 'ExchangeNotNeeded', currency: 'CNY' },
  },
  CreditAlreadyRecorded: {
    history: [credited],
    command: credit(),
    refusal: { type: 'CreditAlreadyRecorded', credit: 1, minor: 10_000 },
  },
  CreditOutOfOrder: {
    history: [credited],
    command: credit({ credit: 3 }),
    refusal: { type: 'CreditOutOfOrder', credit: 3, next: 2 },
  },
  CreditUnknown: {
    history: [credited],
    command: refund({ credit: 2 }),
    refusal: { type: 'CreditUnknown', credit: 2 },
  },
  RefundExceedsCredit: {
    history: [credited],
    command: refund({ amount: cny(10_001) }),
    refusal: { type: 'RefundExceedsCredit', remaining: 10_000, minor: 10_001 },
  },
  RefundBeforeCredit: {
    history: [credited],
    command: refund(),
    context: on(msFrom(day(40), -1)),
    refusal: { type: 'RefundBeforeCredit', creditedAt: day(40) },
  },
  UndefinedTerm: {
    history: [credited],
    command: ask('ReverseCredit', { reason: 'noReason' }),
    refusal: { type: 'UndefinedTerm', list: 'refund', id: 'noReason' },
  },
};

describe('a command about a credit is refused PLG-4 I-30 I-31', () => {
  for (const [type, { history = [], command, context, refusal }] of Object.entries(cases)) {
    test(`with the numbers: ${type}`, () =>
      after(...history)
        .when(command, context ?? on(40))
        .thenRefused(refusal));
  }

  test('for who had not joined by then', () => {
    after()
      .when(credit(), on(msFrom(day(1), -1)))
      .thenRefused({ type: 'PersonUnknown', person: 'ada' });
  });

  test('beyond what remains of it, in the currency it was agreed in', () => {
    after(credited)
      .when(refund({ amount: usd(1) }))
      .thenRefused({ type: 'MixedCurrencies', expected: 'CNY', found: 'USD' });
    after(credited)
      .when(refund({ amount: cny(0) }))
      .thenRefused({ type: 'AmountNotPositive', minor: 0 });
  });

  test('unless it is recorded already, with everything as it was', () => {
    after(credited).when(creditOfThirds).thenNothing();
    after(credited)
      .when(creditOfThirds, on(41))
      .thenRefused({ type: 'CreditAlreadyRecorded', credit: 1, minor: 10_000 });
  });
});
