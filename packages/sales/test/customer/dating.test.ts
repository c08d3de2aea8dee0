import { replay } from '@millrace/kernel';
import { type CustomerCommand, type CustomerEvent, customerModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { accepted, after, ask, collected, day, entered, msFrom, on, rejected, shopper, was } from '../support/story.js';

const asOf = (effectiveAt: ReturnType<typeof day>) => ({ ...on(30), effectiveAt });

/** A command that would do something, and what stands before it. */
const moves: ReadonlyArray<
  readonly [string, ReadonlyArray<CustomerEvent>, CustomerCommand, CustomerEvent['effectiveAt']]
> = [
  ['record', collected, ask('AcceptProspect', { screenedBy: 'mia' }), day(1)],
  ['record', collected, ask('RejectProspect', { screenedBy: 'mia', reason: 'noNeed' }), day(1)],
  ['record', rejected, ask('ResubmitProspect', { resubmittedBy: 'bob' }), day(2)],
  ['record', accepted, ask('EnterCustomer', {}), day(2)],
  ['journey', entered, ask('AdvanceStage', { to: 'shopper', evidence: { note: 'seen' } }), day(3)],
  ['journey', shopper, ask('RevertStage', { to: 'prospect', reason: 'postponed' }), day(5)],
  ['journey', shopper, ask('CloseJourney', { outcome: 'lost', reason: 'price' }), day(5)],
];

describe('effective times', () => {
  test.each(moves)(
    'of the %s never go back: the last one is the bound, and is allowed',
    (dimension, history, command, last) => {
      after(...history)
        .when(command, asOf(msFrom(last, -1)))
        .thenRefused({ type: 'EffectiveBeforeLast', dimension: dimension as 'record', last });
      const answer = customerModule.decider.decide(command, replay(customerModule.decider, history), asOf(last));
      expect(answer).toHaveProperty('right.0.effectiveAt', last);
    },
  );

  test('of one dimension are no bound for another', () => {
    const history = [...shopper, was(20, 'CustodyTransferred', { from: 'ada', to: 'bob', reason: 'workload' })];
    after(...history)
      .when(ask('DecidePurchase', {}), asOf(day(6)))
      .thenEvents(was(6, 'PurchaseDecided', { journey: 1, from: 'shopper', to: 'buyer' }));
    after(...history)
      .when(ask('ClassifyCustomer', {}), asOf(day(4)))
      .thenEvents(
        was(4, 'CustomerClassified', { from: 'developing', to: 'developing', policyVersion: 'dealership-1', won: [] }),
      );
  });

  test('of facts may lie anywhere in the past', () => {
    after(...shopper)
      .when(ask('LogContact', { by: 'ada', contactType: 'call' }), asOf(day(0)))
      .thenEvents(was(0, 'ContactLogged', { by: 'ada', contactType: 'call' }));
    after(...shopper)
      .when(ask('UpdateDataSheet', { changes: { city: 'Hefei' } }), asOf(day(0)))
      .thenEvents(was(0, 'DataSheetUpdated', { changes: { city: 'Hefei' }, cleared: [] }));
    after(...shopper)
      .when(ask('ProposeClass', { class: 'major', proposedBy: 'ada' }), asOf(day(0)))
      .thenEvents(was(0, 'ClassProposed', { class: 'major', proposedBy: 'ada' }));
    after(...shopper)
      .when(ask('ObserveBuyerStep', { step: 'needRecognised' }), asOf(day(0)))
      .thenEvents(was(0, 'BuyerStepObserved', { journey: 1, step: 'needRecognised', outOfSequence: false }));
  });

  test('are never ahead of the clock, to the millisecond', () => {
    const contact = ask('LogContact', { by: 'ada', contactType: 'call' });
    after(...shopper)
      .when(contact, asOf(day(30)))
      .thenEvents(was(30, 'ContactLogged', { by: 'ada', contactType: 'call' }));
    const ahead = msFrom(day(30), 1);
    after(...shopper)
      .when(contact, asOf(ahead))
      .thenRefused({ type: 'EffectiveInFuture', effectiveAt: ahead, now: day(30) });
  });
});
