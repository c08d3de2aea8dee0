import { dealership } from '@millrace/sales';
import { describe, test } from 'vitest';
import { after, ask, collected, day, dealershipWith, entered, msFrom, on, was, won } from '../support/story.js';

const { classification } = dealership.customer;
const policyVersion = 'dealership-1';
const cny = (minor: number) => ({ minor, currency: 'CNY' });

/** A customer that won one journey for each amount, on day 10 and the days after. */
const wonFor = (...amounts: ReadonlyArray<{ readonly minor: number; readonly currency: string } | undefined>) =>
  amounts.flatMap((amount, index) => {
    const journey = index + 1;
    const opened = was(10 + index, 'JourneyOpened', { journey, stage: 'prospect' });
    return [
      ...(index === 0 ? [] : [opened]),
      was(10 + index, 'PurchaseDecided', { journey, from: 'prospect', to: 'buyer' }),
      was(10 + index, 'PurchaseCompleted', amount === undefined ? { journey } : { journey, amount }),
    ];
  });

const classified = (to: string, more: { from?: string; won?: ReturnType<typeof cny>[]; relationship?: string } = {}) =>
  was(30, 'CustomerClassified', { from: 'developing', to, policyVersion, won: [], ...more });

describe('the class', () => {
  test.each([
    [0, 'developing'],
    [1, 'signed'],
    [29_999_999, 'signed'],
    [30_000_000, 'important'],
    [99_999_999, 'important'],
    [100_000_000, 'major'],
  ])('of who has bought for %i fen is %s ORG-35', (minor, to) =>
    after(...entered, ...wonFor(cny(minor)))
      .when(ask('ClassifyCustomer', {}))
      .thenEvents(classified(to, { won: [cny(minor)] })),
  );

  test.each([
    ['acquainted', 'developing'],
    ['inTalks', 'interested'],
    ['contracted', 'signed'],
    ['partner', 'important'],
  ])('of who is %s is %s, where nothing was bought ORG-35', (relationship, to) =>
    after(...entered)
      .when(ask('ClassifyCustomer', { relationship }))
      .thenEvents(classified(to, { relationship })),
  );

  test('is that of the first rule that holds: no order among classes Q3', () =>
    after(...entered, ...wonFor(cny(100_000_000)))
      .when(ask('ClassifyCustomer', { relationship: 'partner' }))
      .thenEvents(classified('major', { won: [cny(100_000_000)], relationship: 'partner' })));

  test('of whom no rule speaks is developing, and the first classification says so Q4', () =>
    after(...entered)
      .when(ask('ClassifyCustomer', {}))
      .thenEvents(classified('developing')));

  test('stores the version of the standard and its inputs Q4', () =>
    after(...entered, ...wonFor(cny(20_000_000), undefined, cny(10_000_000)))
      .when(ask('ClassifyCustomer', { relationship: 'acquainted' }))
      .thenEvents(classified('important', { won: [cny(30_000_000)], relationship: 'acquainted' })));

  test('moves from the last one, and is never derived from the stage Q1', () => {
    const before = [
      ...entered,
      was(4, 'CustomerClassified', { from: 'developing', to: 'interested', policyVersion, won: [] }),
    ];
    after(...before, ...wonFor(cny(1)))
      .when(ask('ClassifyCustomer', {}))
      .thenEvents(classified('signed', { from: 'interested', won: [cny(1)] }));
    after(...before)
      .when(ask('ClassifyCustomer', {}))
      .thenEvents(classified('developing', { from: 'interested' }));
  });

  test('is already so under the same standard only: a new version is gone by anew ORG-35', () => {
    const history = [...won, classified('signed', { won: [cny(25_000_000)] })];
    after(...history)
      .when(ask('ClassifyCustomer', {}))
      .thenNothing();
    after(...history)
      .when(ask('ClassifyCustomer', { relationship: 'contracted' }))
      .thenNothing();
    const revised = dealershipWith({ classification: { ...classification, version: 'dealership-2' } });
    after(...history)
      .when(ask('ClassifyCustomer', {}), on(30, revised))
      .thenEvents(
        was(30, 'CustomerClassified', {
          from: 'signed',
          to: 'signed',
          policyVersion: 'dealership-2',
          won: [cny(25_000_000)],
        }),
      );
  });

  test('counts what was won at most so many days ago, to the millisecond ORG-35', () => {
    const recent = dealershipWith({ classification: { ...classification, windowDays: 20 } });
    const at = (effectiveAt: ReturnType<typeof day>) => ({ ...on(60, recent), effectiveAt });
    after(...entered, ...wonFor(cny(1)))
      .when(ask('ClassifyCustomer', {}), at(day(30)))
      .thenEvents(classified('signed', { won: [cny(1)] }));
    after(...entered, ...wonFor(cny(1)))
      .when(ask('ClassifyCustomer', {}), at(msFrom(day(30), 1)))
      .thenEvents({ ...classified('developing'), effectiveAt: msFrom(day(30), 1) });
  });

  test('dated back, knows nothing of what was won later', () => {
    const at = (effectiveAt: ReturnType<typeof day>) => ({ ...on(30), effectiveAt });
    after(...entered, ...wonFor(cny(1)))
      .when(ask('ClassifyCustomer', {}), at(day(10)))
      .thenEvents({ ...classified('signed', { won: [cny(1)] }), effectiveAt: day(10) });
    after(...entered, ...wonFor(cny(1)))
      .when(ask('ClassifyCustomer', {}), at(msFrom(day(10), -1)))
      .thenEvents({ ...classified('developing'), effectiveAt: msFrom(day(10), -1) });
  });

  test('adds up each currency on its own; bars are in the playbook’s ORG-35', () =>
    after(...entered, ...wonFor(cny(29_999_999), { minor: 900_000_000, currency: 'EUR' }, cny(0)))
      .when(ask('ClassifyCustomer', {}))
      .thenEvents(classified('signed', { won: [cny(29_999_999), { minor: 900_000_000, currency: 'EUR' }] })));

  test('is refused where the sum leaves the safe range, never wrong MON-10', () =>
    after(...entered, ...wonFor(cny(Number.MAX_SAFE_INTEGER), cny(1)))
      .when(ask('ClassifyCustomer', {}))
      .thenRefused({
        type: 'WonAmountOutOfRange',
        cause: { type: 'AmountOutOfRange', currency: 'CNY' as never, amount: '9007199254740992' },
      }));

  test('is given by relationships of the playbook', () =>
    after(...entered)
      .when(ask('ClassifyCustomer', { relationship: 'cousin' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'relationships', id: 'cousin' }));

  test('never goes back in time, and begins with the entry', () => {
    const at = (effectiveAt: ReturnType<typeof day>) => ({ ...on(30), effectiveAt });
    after(...entered)
      .when(ask('ClassifyCustomer', {}), at(msFrom(day(3), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'class', last: day(3) });
    after(...entered)
      .when(ask('ClassifyCustomer', {}), at(day(3)))
      .thenEvents({ ...classified('developing'), effectiveAt: day(3) });
    const history = [
      ...entered,
      was(8, 'CustomerClassified', { from: 'developing', to: 'signed', policyVersion, won: [] }),
    ];
    after(...history)
      .when(ask('ClassifyCustomer', {}), at(msFrom(day(8), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'class', last: day(8) });
    after(...history)
      .when(ask('ClassifyCustomer', {}), at(day(8)))
      .thenEvents({ ...classified('developing', { from: 'signed' }), effectiveAt: day(8) });
  });

  test('is had only once entered DLR-34', () =>
    after(...collected)
      .when(ask('ClassifyCustomer', {}))
      .thenRefused({ type: 'CustomerNotEntered', status: 'pending' }));
});

describe('a proposal', () => {
  test('of a seller is recorded and moves no class ORG-35', () => {
    const proposed = was(30, 'ClassProposed', { class: 'major', proposedBy: 'ada' });
    after(...entered)
      .when(ask('ProposeClass', { class: 'major', proposedBy: 'ada' }))
      .thenEvents(proposed);
    after(...entered, proposed)
      .when(ask('ClassifyCustomer', {}))
      .thenEvents(classified('developing'));
  });

  test('is of a class of the playbook ORG-34', () =>
    after(...entered)
      .when(ask('ProposeClass', { class: 'platinum', proposedBy: 'ada' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'classes', id: 'platinum' }));
});
