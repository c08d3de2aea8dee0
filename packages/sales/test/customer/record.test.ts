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

const sheet = { source: 'walkIn', mobile: '139' } as const;

describe('collection', () => {
  test('writes down who collected what, apart from who acts DLR-30 DLR-34', () =>
    after()
      .when(ask('CollectProspect', { collectedBy: 'ada', sheet }))
      .thenEvents(was(30, 'ProspectCollected', { collectedBy: 'ada', sheet })));

  test.each([
    ['address', { address: 'Zhongshan Rd 1' }],
    ['officePhone', { officePhone: '1' }],
    ['homePhone', { homePhone: '1' }],
    ['mobile', { mobile: '1' }],
    ['email', { email: 'a@example.com' }],
    ['otherContact', { otherContact: 'wx' }],
    ['the phone of a contact', { contacts: [{ name: 'Li' }, { name: 'Wu', phone: '1' }] }],
  ])('takes %s as the datum by which a prospect can be reached DLR-18', (_, reach) =>
    after()
      .when(ask('CollectProspect', { collectedBy: 'ada', sheet: { source: 'walkIn', ...reach } }))
      .thenEvents(was(30, 'ProspectCollected', { collectedBy: 'ada', sheet: { source: 'walkIn', ...reach } })),
  );

  test.each([
    ['nothing', {}],
    ['blanks', { mobile: ' \t', email: '' }],
    ['a name', { name: 'Li', preferredContact: 'evenings', city: 'Ningbo' }],
    ['a contact without a phone', { contacts: [{ name: 'Li', role: 'driver', phone: ' ' }] }],
  ])('refuses a prospect of whom it says %s to be reached by DLR-18', (_, reach) =>
    after()
      .when(ask('CollectProspect', { collectedBy: 'ada', sheet: { source: 'walkIn', ...reach } }))
      .thenRefused({ type: 'ContactDatumMissing' }),
  );

  test('demands a source, and one that the playbook has DLR-49', () => {
    const read = customerModule.commands.read({
      type: 'CollectProspect',
      customer: 'c1',
      collectedBy: 'ada',
      sheet: { mobile: '139' },
    });
    expect(read).toMatchObject({ left: { type: 'Mismatch', path: 'sheet/source', found: 'nothing' } });
    after()
      .when(ask('CollectProspect', { collectedBy: 'ada', sheet: { ...sheet, source: 'rumour' } }))
      .thenRefused({ type: 'UndefinedTerm', list: 'sources', id: 'rumour' });
  });

  test('keeps apart how the customer heard of us and how we found the customer Q42 DLR-27', () => {
    const both = { ...sheet, foundBy: 'constructionSite' };
    after()
      .when(ask('CollectProspect', { collectedBy: 'ada', sheet: both }))
      .thenEvents(was(30, 'ProspectCollected', { collectedBy: 'ada', sheet: both }));
    after()
      .when(ask('CollectProspect', { collectedBy: 'ada', sheet: { ...sheet, foundBy: 'walkIn' } }))
      .thenRefused({ type: 'UndefinedTerm', list: 'prospecting', id: 'walkIn' });
  });

  test('is already so for the same sheet of the same collector only', () => {
    const before = after(...collected);
    before
      .when(ask('CollectProspect', { collectedBy: 'ada', sheet: { mobile: '139', source: 'walkIn' } }))
      .thenNothing();
    const others = [
      ask('CollectProspect', { collectedBy: 'bob', sheet }),
      ask('CollectProspect', { collectedBy: 'ada', sheet: { ...sheet, mobile: '137' } }),
      ask('CollectProspect', { collectedBy: 'ada', sheet: { ...sheet, city: 'Ningbo' } }),
    ];
    for (const other of others) before.when(other).thenRefused({ type: 'CustomerAlreadyCollected' });
    after(...entered)
      .when(ask('CollectProspect', { collectedBy: 'ada', sheet }))
      .thenRefused({ type: 'CustomerAlreadyCollected' });
  });

  test('holds every field of the data sheet DLR-8 DLR-29 DLR-48 DLR-49 ORG-33 Q34 Q44 Q46', () => {
    const full = {
      kind: 'organisation',
      name: 'Li Hua',
      businessName: 'Hua Freight',
      position: 'owner',
      dateStarted: '2026-01-01',
      estimatedPurchaseDate: '2026-04-30',
      primaryBusiness: 'haulage',
      currentTrucks: ['two light trucks'],
      salesManager: 'mia',
      preferredContact: 'mobile, evenings',
      address: 'Zhongshan Rd 1',
      city: 'Ningbo',
      district: 'Haishu',
      postcode: '315000',
      officePhone: '1',
      homePhone: '2',
      mobile: '3',
      email: 'a@example.com',
      otherContact: 'wx',
      source: 'walkIn',
      foundBy: 'fair',
      size: '12 people',
      principal: 'Li Hua',
      contacts: [{ name: 'Wu', role: 'driver', phone: '4' }],
      location: { latitudeE7: 298_700_000, longitudeE7: 1_215_500_000 },
      notes: 'wants a box body',
      knowsBrand: 'yes',
      knowsDealer: 'no',
      knowsRivals: 'unknown',
      needsProduct: 'yes',
      buyIntent: 'yes',
    } as const;
    after()
      .when(ask('CollectProspect', { collectedBy: 'ada', sheet: full }))
      .thenEvents(was(30, 'ProspectCollected', { collectedBy: 'ada', sheet: full }));
  });
});

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

describe('the data sheet', () => {
  test('is updated field by field, before and after entry ORG-33', () => {
    for (const history of [collected, rejected, entered]) {
      after(...history)
        .when(ask('UpdateDataSheet', { changes: { mobile: '137', city: 'Ningbo' } }))
        .thenEvents(was(30, 'DataSheetUpdated', { changes: { mobile: '137', city: 'Ningbo' }, cleared: [] }));
    }
  });

  test('leaves out what is so already, and records nothing where that is all', () => {
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: { mobile: '139', city: 'Ningbo' }, cleared: ['email'] }))
      .thenEvents(was(30, 'DataSheetUpdated', { changes: { city: 'Ningbo' }, cleared: [] }));
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: { mobile: '139' }, cleared: ['email'] }))
      .thenNothing();
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: {} }))
      .thenNothing();
  });

  test('empties a field that is both changed and cleared', () => {
    const history = [...entered, was(4, 'DataSheetUpdated', { changes: { city: 'Ningbo' }, cleared: [] })];
    after(...history)
      .when(ask('UpdateDataSheet', { changes: { city: 'Hefei' }, cleared: ['city'] }))
      .thenEvents(was(30, 'DataSheetUpdated', { changes: {}, cleared: ['city'] }));
    after(...history, was(5, 'DataSheetUpdated', { changes: {}, cleared: ['city'] }))
      .when(ask('UpdateDataSheet', { changes: {}, cleared: ['city'] }))
      .thenNothing();
  });

  test('keeps a way to reach the customer DLR-18', () => {
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: {}, cleared: ['mobile'] }))
      .thenRefused({ type: 'ContactDatumMissing' });
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: { mobile: ' ' } }))
      .thenRefused({ type: 'ContactDatumMissing' });
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: { email: 'a@example.com' }, cleared: ['mobile'] }))
      .thenEvents(was(30, 'DataSheetUpdated', { changes: { email: 'a@example.com' }, cleared: ['mobile'] }));
  });

  test('takes its sources and ways of prospecting from the playbook DLR-49 DLR-27', () => {
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: { source: 'rumour' } }))
      .thenRefused({ type: 'UndefinedTerm', list: 'sources', id: 'rumour' });
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: { foundBy: 'rumour' } }))
      .thenRefused({ type: 'UndefinedTerm', list: 'prospecting', id: 'rumour' });
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: { source: 'radio', foundBy: 'fair' } }))
      .thenEvents(was(30, 'DataSheetUpdated', { changes: { source: 'radio', foundBy: 'fair' }, cleared: [] }));
  });

  test('never loses its source: that field cannot be cleared DLR-49', () => {
    const read = customerModule.commands.read({
      type: 'UpdateDataSheet',
      customer: 'c1',
      changes: {},
      cleared: ['source'],
    });
    expect(read).toMatchObject({ left: { type: 'Mismatch', path: 'cleared/0', expected: 'ClearableField' } });
  });

  test('compares lists and objects by their content', () => {
    const contacts = [{ name: 'Wu', phone: '1' }];
    const location = { latitudeE7: 1, longitudeE7: 2 };
    const filled = was(30, 'DataSheetUpdated', { changes: { contacts, location }, cleared: [] });
    after(...entered)
      .when(ask('UpdateDataSheet', { changes: { contacts, location } }))
      .thenEvents(filled);
    const history = [...entered, filled];
    after(...history)
      .when(ask('UpdateDataSheet', { changes: { location: { longitudeE7: 2, latitudeE7: 1 }, contacts } }))
      .thenNothing();
    for (const other of [[], [{ name: 'Wu' }], [{ name: 'Wu', phone: '2' }], [...contacts, ...contacts]]) {
      after(...history)
        .when(ask('UpdateDataSheet', { changes: { contacts: other } }))
        .thenEvents(was(30, 'DataSheetUpdated', { changes: { contacts: other }, cleared: [] }));
    }
  });

  test('is nobody’s before the prospect is collected', () => {
    after()
      .when(ask('UpdateDataSheet', { changes: {} }))
      .thenRefused({ type: 'CustomerUnknown', customer: 'c1' });
  });
});

describe('contacts', () => {
  test('are logged with who, how and what, from collection on DLR-50', () => {
    const log = { by: 'ada', contactType: 'call', message: 'asked for a price' };
    for (const history of [collected, rejected, entered]) {
      after(...history)
        .when(ask('LogContact', log))
        .thenEvents(was(30, 'ContactLogged', log));
    }
    after().when(ask('LogContact', log)).thenRefused({ type: 'CustomerUnknown', customer: 'c1' });
  });

  test('are facts: each counts, and may be dated back before the last move DLR-50', () => {
    const log = { by: 'ada', contactType: 'visit' };
    const back = { ...on(30), effectiveAt: on(2).effectiveAt };
    after(...entered, was(20, 'ContactLogged', log))
      .when(ask('LogContact', log), back)
      .thenEvents(was(2, 'ContactLogged', log));
  });

  test('are of a type that the playbook has', () =>
    after(...entered)
      .when(ask('LogContact', { by: 'ada', contactType: 'seance' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'contactTypes', id: 'seance' }));
});
