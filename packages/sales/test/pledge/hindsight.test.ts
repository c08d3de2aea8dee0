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
  on,
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

  test('is not dated before the settlement, or before what was last said of the donation', () => {
    after(...met)
      .when(adjust(1), byOperator(msFrom(day(62), -1), { period: cutOffPeriod }))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'settlement', last: day(62) });
    after(...received)
      .when(adjust(1), byOperator(msFrom(day(64), -1), { period: cutOffPeriod }))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'donation', last: day(64) });
  });
});

describe('payments', () => {
  test('of a reward go up to what is entitled, in parts PLG-8 PLG-17', () => {
    const pay = (minor: number) => ask('PayReward', { amount: cny(minor), reference: 'p' });
    const paid = was(63, 'RewardPaid', { amount: cny(9_999), reference: 'p' });
    after(...met)
      .when(pay(9_999), byOperator(63))
      .thenEvents(paid);
    after(...met, paid)
      .when(pay(1), byOperator(63))
      .thenEvents(was(63, 'RewardPaid', { amount: cny(1), reference: 'p' }));
    after(...met, paid)
      .when(pay(2), byOperator(63))
      .thenRefused({ type: 'RewardExceedsEntitlement', entitled: 10_000, paid: 9_999, minor: 2 });
    after(...met)
      .when(pay(1), byOperator(msFrom(day(62), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'settlement', last: day(62) });
  });

  test('of a donation are what was consented to, and not before it was PLG-3 Q18', () => {
    const receive = ask('ReceiveDonation', { amount: cny(50_000), reference: 'r1' });
    after(...consented)
      .when(receive, byOperator(64))
      .thenEvents(was(64, 'DonationReceived', { amount: cny(50_000), reference: 'r1' }));
    after(...consented)
      .when(receive, byOperator(msFrom(day(63), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'donation', last: day(63) });
    after(...received)
      .when(receive, byOperator(65))
      .thenRefused({ type: 'DonationNotConsented', state: 'received' });
  });

  test('wait for an answer of the pledger, who may say it once PLG-3 Q18', () => {
    const [yes, no] = [ask('ConsentToDonation', {}), ask('DeclineDonation', {})];
    after(...missed)
      .when(yes, on(62))
      .thenEvents(was(62, 'DonationConsented', { by: 'ada', amount: cny(50_000) }));
    after(...missed)
      .when(no, on(62))
      .thenEvents(was(62, 'DonationDeclined', { by: 'ada' }));
    after(...consented)
      .when(yes, on(64))
      .thenNothing();
    after(...consented)
      .when(no, on(64))
      .thenRefused({ type: 'DonationNotProposed', state: 'consented' });
    const declined = [...missed, was(63, 'DonationDeclined', { by: 'ada' })];
    after(...declined)
      .when(no, on(64))
      .thenNothing();
    after(...declined)
      .when(yes, on(64))
      .thenRefused({ type: 'DonationNotProposed', state: 'declined' });
  });

  test('are let be by the company, consented to or not, until they are received Q18', () => {
    const waive = ask('WaiveDonation', { reason: 'hardship' });
    const waived = was(65, 'DonationWaived', { by: 'operator', reason: 'hardship' });
    after(...missed)
      .when(waive, byOperator(65))
      .thenEvents(waived);
    after(...consented)
      .when(waive, byOperator(65))
      .thenEvents(waived);
    after(...missed, waived)
      .when(waive, byOperator(66))
      .thenNothing();
    after(...received)
      .when(waive, byOperator(66))
      .thenRefused({ type: 'DonationNotProposed', state: 'received' });
  });

  test('back go up to what is due back, in parts PLG-17', () => {
    const give = (minor: number) => ask('ReturnDonation', { amount: cny(minor), reference: 'b' });
    after(...dueBack)
      .when(give(20_000), byOperator(96))
      .thenEvents(was(96, 'DonationReturned', { amount: cny(20_000), reference: 'b' }));
    after(...dueBack)
      .when(give(1), byOperator(msFrom(day(95), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'donation', last: day(95) });
  });
});
