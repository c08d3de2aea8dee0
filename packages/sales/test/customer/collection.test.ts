import { customerModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { after, ask, collected, entered, was } from '../support/story.js';

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
