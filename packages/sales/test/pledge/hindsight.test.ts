import { replay } from '@millrace/kernel';
import { type PledgeEvent, pledgeFold } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { cutOff, opened, periodAfter } from '../support/performance.js';
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
  received,
  sworn,
  was,
} from '../support/pledging.js';
import { msFrom } from '../support/story.js';

const context = byOperator(95, { period: cutOffPeriod });
const adjust = (achieved: number) =>
  ask('AdjustSettlement', { achieved: cny(achieved), postedIn: '2026-03', cutOff: 30 });
const adjusted = (
  achieved: number,
  {
    due,
    back = 0,
    reward,
  }: { readonly due: number; readonly back?: number; readonly reward?: readonly [number, number] },
): PledgeEvent =>
  was(95, 'SettlementAdjusted', {
    postedIn: '2026-03',
    cutOff: 30,
    achieved: cny(achieved),
    met: achieved >= 1_000_000,
    rewards: reward === undefined ? [] : [{ incentive: 'i1', entitled: cny(reward[0]), change: cny(reward[1]) }],
    donation: cny(due),
    dueBack: cny(back),
  });
const proposed = (minor: number) => was(95, 'DonationProposed', { amount: cny(minor), cause: 'adjustment' });
const donationAfter = (...events: ReadonlyArray<PledgeEvent>) => {
  const pledge = replay(pledgeFold, events);
  if (pledge.phase !== 'settled') throw new Error('not settled');
  const { state, amount, received: kept, dueBack: back } = pledge.donation;
  return [state, amount.minor, kept.minor, back.minor];
};

/** The same pledge, sworn to give the part that is missing. */
const proportional = (history: ReadonlyArray<PledgeEvent>): ReadonlyArray<PledgeEvent> =>
  history.map((event) =>
    event.type === 'PledgeSworn' ? { ...event, data: { ...event.data, donationRule: 'proportional' } } : event,
  );

describe('settling', () => {
  const settle = (achieved: number) => ask('SettlePledge', { achieved: cny(achieved), cutOff: 7 });
  const settling = byOperator(62, { period: cutOffPeriod });

  test('at the target is met and rewarded, one fen below proposes the donation PLG-1 PLG-8 Q17', () => {
    after(sworn)
      .when(settle(1_000_000), settling)
      .thenEvents(...met.slice(1));
    after(sworn)
      .when(settle(999_999), settling)
      .thenEvents(...missed.slice(1));
    after(...met)
      .when(settle(1_000_000), settling)
      .thenNothing();
  });

  test('proposes and grants nothing of nothing PLG-2', () => {
    const free = { ...sworn, data: { ...sworn.data, donation: cny(0) } } as PledgeEvent;
    after(free)
      .when(settle(1), byOperator(62, { period: cutOffPeriod }))
      .thenEvents(was(62, 'PledgeSettled', { achieved: cny(1), met: false, cutOff: 7 }));
    after(sworn)
      .when(settle(1_000_000), byOperator(62, { period: periodAfter(opened, incentive('i1', 30, 0), cutOff) }))
      .thenEvents(was(62, 'PledgeSettled', { achieved: cny(1_000_000), met: true, cutOff: 7 }));
  });

  test('of an own pledge is rewarded by what was announced for sellers, not for managers ORG-28', () => {
    const period = periodAfter(opened, incentive('m', 30, 100, 'manager'), cutOff);
    after(sworn)
      .when(settle(1_000_000), byOperator(62, { period }))
      .thenEvents(was(62, 'PledgeSettled', { achieved: cny(1_000_000), met: true, cutOff: 7 }));
  });

  test('is not dated before the cut-off PLG-6', () => {
    after(sworn)
      .when(settle(1), byOperator(msFrom(day(61), -1), { period: cutOffPeriod }))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'settlement', last: day(61) });
  });
});

describe('hindsight', () => {
  test('that says nothing new is already so PLG-6', () => {
    after(...missed)
      .when(adjust(999_999), context)
      .thenNothing();
    after(...met)
      .when(adjust(1_000_000), context)
      .thenNothing();
  });

  test('claws a reward back, and proposes the donation that is due then PLG-17', () => {
    after(...met)
      .when(adjust(999_999), context)
      .thenEvents(adjusted(999_999, { due: 50_000, reward: [0, -10_000] }), proposed(50_000));
  });

  test('tops a reward up, and lets a proposal fall PLG-17', () => {
    const now = adjusted(2_000_000, { due: 0, reward: [20_000, 20_000] });
    after(...missed)
      .when(adjust(2_000_000), context)
      .thenEvents(now);
    expect(donationAfter(...missed, now)).toEqual(['none', 0, 0, 0]);
    expect(donationAfter(...consented, now)).toEqual(['none', 0, 0, 0]);
  });

  test('leaves an answer standing where the same is asked for PLG-3', () => {
    for (const answered of [
      missed,
      consented,
      [...missed, was(63, 'DonationDeclined', { by: 'ada' })],
      [...missed, was(63, 'DonationWaived', { by: 'mia', reason: 'hardship' })],
    ]) {
      const now = adjusted(5, { due: 50_000 });
      after(...answered)
        .when(adjust(5), context)
        .thenEvents(now);
      expect(donationAfter(...answered, now)[0]).toBe(donationAfter(...answered)[0]);
    }
  });

  test('asks anew for another amount, whatever was answered PLG-3', () => {
    const history = proportional(consented);
    after(...history)
      .when(adjust(500_000), context)
      .thenEvents(adjusted(500_000, { due: 25_000 }), proposed(25_000));
    expect(donationAfter(...history, adjusted(500_000, { due: 25_000 }), proposed(25_000))).toEqual([
      'proposed',
      25_000,
      0,
      0,
    ]);
  });

  test('makes what was received due back, in whole or in part, and returned it is kept no more PLG-17', () => {
    after(...received)
      .when(adjust(1_000_000), context)
      .thenEvents(adjusted(1_000_000, { due: 0, back: 50_000, reward: [10_000, 10_000] }));
    const part = adjusted(500_000, { due: 25_000, back: 25_000 });
    after(...proportional(received))
      .when(adjust(500_000), context)
      .thenEvents(part);
    const back = was(96, 'DonationReturned', { amount: cny(25_000), reference: 'r2' });
    expect(donationAfter(...proportional(received), part, back)).toEqual(['received', 50_000, 25_000, 0]);
    expect(donationAfter(...dueBack, was(96, 'DonationReturned', { amount: cny(20_000), reference: 'r2' }))[0]).toBe(
      'dueBack',
    );
    expect(donationAfter(...dueBack, was(96, 'DonationReturned', { amount: cny(50_000), reference: 'r2' }))[0]).toBe(
      'none',
    );
  });

  test('that turns again takes back what was due back, and asks for what is missing beyond what was received PLG-17', () => {
    const half = [...proportional(received), adjusted(500_000, { due: 25_000, back: 25_000 })];
    const whole = adjusted(0, { due: 50_000 });
    after(...half)
      .when(adjust(0), context)
      .thenEvents(whole);
    expect(
      donationAfter(...half, whole)
        .slice(0, 1)
        .concat(donationAfter(...half, whole).slice(2)),
    ).toEqual(['received', 50_000, 0]);
    const returned = [...half, was(95, 'DonationReturned', { amount: cny(25_000), reference: 'r2' })];
    after(...returned)
      .when(adjust(0), context)
      .thenEvents(whole, proposed(25_000));
    expect(donationAfter(...returned, whole, proposed(25_000))).toEqual(['proposed', 25_000, 25_000, 0]);
    const fallen = adjusted(500_000, { due: 25_000 });
    after(...returned, whole, proposed(25_000))
      .when(adjust(500_000), context)
      .thenEvents(fallen);
    expect(donationAfter(...returned, whole, proposed(25_000), fallen)[0]).toBe('received');
  });

  test('is dated after the settlement, and after what was last said of the donation PLG-6', () => {
    const early = (n: number) => byOperator(msFrom(day(n), -1), { period: cutOffPeriod });
    const dated = (n: number, events: ReadonlyArray<PledgeEvent>) =>
      events.map((event) => ({ ...event, effectiveAt: day(n) }));
    after(...met)
      .when(adjust(1), early(62))
      .thenEvents(...dated(62, [adjusted(1, { due: 50_000, reward: [0, -10_000] }), proposed(50_000)]));
    after(...received)
      .when(adjust(1), early(64))
      .thenEvents(...dated(64, [adjusted(1, { due: 50_000 })]));
  });

  test('that rests on an earlier cut-off than what stands is contained in it PLG-6', () => {
    const earlier = ask('AdjustSettlement', { achieved: cny(7), postedIn: '2026-03', cutOff: 29 });
    after(...missed, adjusted(1_000_000, { due: 0 }))
      .when(earlier, context)
      .thenNothing();
    after(...missed)
      .when({ ...earlier, cutOff: 6 } as typeof earlier, context)
      .thenNothing();
  });
});
