import { describe, test } from 'vitest';
import {
  after,
  ask,
  byOperator,
  cny,
  consented,
  day,
  dueBack,
  met,
  missed,
  on,
  received,
  was,
} from '../support/pledging.js';
import { msFrom } from '../support/story.js';

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
