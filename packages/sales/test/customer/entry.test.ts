import { replay } from '@millrace/kernel';
import { type Customer, type CustomerEvent, customerModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import {
  accepted,
  after,
  ask,
  collected,
  dealershipWith,
  entered,
  on,
  pooled,
  rejected,
  was,
} from '../support/story.js';

describe('screening', () => {
  test('accepts what is pending, by another than the collector DLR-34', () =>
    after(...collected)
      .when(ask('AcceptProspect', { screenedBy: 'mia' }))
      .thenEvents(was(30, 'ProspectAccepted', { screenedBy: 'mia', selfScreened: false })));

  test('records who screens what he collected as self-screened Q28', () => {
    after(...collected)
      .when(ask('AcceptProspect', { screenedBy: 'ada' }))
      .thenEvents(was(30, 'ProspectAccepted', { screenedBy: 'ada', selfScreened: true }));
    after(...collected)
      .when(ask('RejectProspect', { screenedBy: 'ada', reason: 'noNeed' }))
      .thenEvents(was(30, 'ProspectRejected', { screenedBy: 'ada', selfScreened: true, reason: 'noNeed' }));
  });

  test('refuses it where the playbook insists on somebody else Q28 DLR-34', () => {
    const strict = on(30, dealershipWith({ selfScreening: 'refused' }));
    const refusal = { type: 'SelfScreeningForbidden', collectedBy: 'ada' } as const;
    after(...collected)
      .when(ask('AcceptProspect', { screenedBy: 'ada' }), strict)
      .thenRefused(refusal);
    after(...collected)
      .when(ask('RejectProspect', { screenedBy: 'ada', reason: 'noNeed' }), strict)
      .thenRefused(refusal);
    after(...collected)
      .when(ask('AcceptProspect', { screenedBy: 'mia' }), strict)
      .thenEvents(was(30, 'ProspectAccepted', { screenedBy: 'mia', selfScreened: false }));
  });

  test('rejects with a reason of the playbook Q29', () => {
    after(...collected)
      .when(ask('RejectProspect', { screenedBy: 'mia', reason: 'noNeed' }))
      .thenEvents(was(30, 'ProspectRejected', { screenedBy: 'mia', selfScreened: false, reason: 'noNeed' }));
    after(...collected)
      .when(ask('RejectProspect', { screenedBy: 'mia', reason: 'mood' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'rejection', id: 'mood' });
  });

  test('comes once, and asked again is already so, a rejection for the same reason only', () => {
    after(...accepted)
      .when(ask('AcceptProspect', { screenedBy: 'noa' }))
      .thenNothing();
    after(...accepted)
      .when(ask('RejectProspect', { screenedBy: 'mia', reason: 'noNeed' }))
      .thenRefused({ type: 'ProspectNotPending', status: 'accepted' });
    after(...rejected)
      .when(ask('AcceptProspect', { screenedBy: 'mia' }))
      .thenRefused({ type: 'ProspectNotPending', status: 'rejected' });
    after(...rejected)
      .when(ask('RejectProspect', { screenedBy: 'noa', reason: 'incomplete' }))
      .thenNothing();
    after(...rejected)
      .when(ask('RejectProspect', { screenedBy: 'mia', reason: 'noNeed' }))
      .thenRefused({ type: 'ProspectNotPending', status: 'rejected' });
  });

  test('is open again once a rejected prospect is handed in again Q29', () => {
    after(...rejected)
      .when(ask('ResubmitProspect', { resubmittedBy: 'bob' }))
      .thenEvents(was(30, 'ProspectResubmitted', { resubmittedBy: 'bob' }));
    const again = [...rejected, was(4, 'ProspectResubmitted', { resubmittedBy: 'bob' })];
    after(...again)
      .when(ask('AcceptProspect', { screenedBy: 'mia' }))
      .thenEvents(was(30, 'ProspectAccepted', { screenedBy: 'mia', selfScreened: false }));
    after(...again)
      .when(ask('ResubmitProspect', { resubmittedBy: 'bob' }))
      .thenRefused({ type: 'ProspectNotRejected', status: 'pending' });
    after(...accepted)
      .when(ask('ResubmitProspect', { resubmittedBy: 'bob' }))
      .thenRefused({ type: 'ProspectNotRejected', status: 'accepted' });
  });
});

describe('entry', () => {
  const stateAfter = (history: ReadonlyArray<CustomerEvent>): Customer => replay(customerModule.decider, history);

  test('names the first custodian and opens the first journey, in one append DLR-34 OWN-1', () =>
    after(...accepted)
      .when(ask('EnterCustomer', { custodian: 'bob' }))
      .thenEvents(
        was(30, 'CustomerEntered', { collectedBy: 'ada', source: 'walkIn', custodian: 'bob' }),
        was(30, 'JourneyOpened', { journey: 1, stage: 'prospect' }),
      ));

  test('puts a customer for whom nobody is named into the pool OWN-1', () =>
    after(...accepted)
      .when(ask('EnterCustomer', {}))
      .thenEvents(
        was(30, 'CustomerEntered', { collectedBy: 'ada', source: 'walkIn' }),
        was(30, 'JourneyOpened', { journey: 1, stage: 'prospect' }),
      ));

  test('leaves no position between its events at which nobody holds the customer OWN-1 OWN-2', () => {
    const between = stateAfter(entered.slice(0, 3));
    expect(between).toMatchObject({
      phase: 'entered',
      journeys: [],
      custody: { holder: { kind: 'custodian', person: 'ada' }, since: '2026-01-03T09:00:00.000Z' },
    });
    expect(stateAfter(pooled.slice(0, 3))).toMatchObject({
      phase: 'entered',
      custody: { holder: { kind: 'pool' } },
    });
  });

  test('freezes the source of that moment; a later change of the sheet is no change of the entry Q38', () => {
    const corrected = [...accepted, was(3, 'DataSheetUpdated', { changes: { source: 'internet' }, cleared: [] })];
    after(...corrected)
      .when(ask('EnterCustomer', {}))
      .thenEvents(
        was(30, 'CustomerEntered', { collectedBy: 'ada', source: 'internet' }),
        was(30, 'JourneyOpened', { journey: 1, stage: 'prospect' }),
      );
  });

  test('is refused without acceptance, and comes once DLR-34 Q29', () => {
    after(...collected)
      .when(ask('EnterCustomer', {}))
      .thenRefused({ type: 'ProspectNotAccepted', status: 'pending' });
    after(...rejected)
      .when(ask('EnterCustomer', {}))
      .thenRefused({ type: 'ProspectNotAccepted', status: 'rejected' });
    after(...entered)
      .when(ask('EnterCustomer', {}))
      .thenRefused({ type: 'CustomerAlreadyEntered' });
    after().when(ask('EnterCustomer', {})).thenRefused({ type: 'CustomerUnknown', customer: 'c1' });
  });
});
