import { customerModule } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { after, ask, collected, entered, on, rejected, was } from '../support/story.js';

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
