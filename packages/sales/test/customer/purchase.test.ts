import { describe, test } from 'vitest';
import { after, ask, day, dealershipWith, decided, entered, msFrom, on, shopper, was, won } from '../support/story.js';

const cny = (minor: number) => ({ minor, currency: 'CNY' });
const lost = [...shopper, was(8, 'JourneyClosed', { journey: 1, outcome: 'lost', reason: 'price' })];
const at = (effectiveAt: ReturnType<typeof day>) => ({ ...on(30), effectiveAt });

describe('a decided purchase', () => {
  test('makes a buyer, whatever the stage before: skips are allowed DLR-10 Q5 Q8', () => {
    after(...shopper)
      .when(ask('DecidePurchase', {}))
      .thenEvents(was(30, 'PurchaseDecided', { journey: 1, from: 'shopper', to: 'buyer' }));
    after(...entered)
      .when(ask('DecidePurchase', { evidence: { note: 'paid a deposit' } }))
      .thenEvents(
        was(30, 'PurchaseDecided', {
          journey: 1,
          from: 'prospect',
          to: 'buyer',
          evidence: { note: 'paid a deposit' },
        }),
      );
  });

  test('is already so until it is taken back Q5', () => {
    after(...decided)
      .when(ask('DecidePurchase', {}))
      .thenNothing();
    const back = was(8, 'StageReverted', { journey: 1, from: 'buyer', to: 'shopper', reason: 'reconsidering' });
    after(...decided, back)
      .when(ask('DecidePurchase', {}))
      .thenEvents(was(30, 'PurchaseDecided', { journey: 1, from: 'shopper', to: 'buyer' }));
  });

  test('opens a new journey for who comes back, in the same append Q8', () => {
    for (const history of [lost, won]) {
      after(...history)
        .when(ask('DecidePurchase', {}))
        .thenEvents(
          was(30, 'JourneyOpened', { journey: 2, stage: 'prospect' }),
          was(30, 'PurchaseDecided', { journey: 2, from: 'prospect', to: 'buyer' }),
        );
    }
  });

  test('is dated neither before the last move nor, coming back, before the closing', () => {
    after(...shopper)
      .when(ask('DecidePurchase', {}), at(msFrom(day(5), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'journey', last: day(5) });
    after(...shopper)
      .when(ask('DecidePurchase', {}), at(day(5)))
      .thenEvents(was(5, 'PurchaseDecided', { journey: 1, from: 'shopper', to: 'buyer' }));
    after(...lost)
      .when(ask('DecidePurchase', {}), at(msFrom(day(8), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'journey', last: day(8) });
  });

  test('needs evidence where the playbook says so, in a new journey too DLR-9', () => {
    const strict = on(
      30,
      dealershipWith({
        evidenceFor: dealershipWith({})
          .customer.stages.slice(2)
          .map(({ id }) => id),
      }),
    );
    for (const history of [shopper, lost]) {
      after(...history)
        .when(ask('DecidePurchase', {}), strict)
        .thenRefused({ type: 'EvidenceMissing', stage: 'buyer' });
    }
  });
});

describe('a completed purchase', () => {
  test('closes the journey won, with or without an amount Q5 DLR-37', () => {
    after(...decided)
      .when(ask('CompletePurchase', { amount: cny(25_000_000) }))
      .thenEvents(was(30, 'PurchaseCompleted', { journey: 1, amount: cny(25_000_000) }));
    after(...decided)
      .when(ask('CompletePurchase', {}))
      .thenEvents(was(30, 'PurchaseCompleted', { journey: 1 }));
  });

  test('comes after the decision Q5', () => {
    after(...shopper)
      .when(ask('CompletePurchase', {}))
      .thenRefused({ type: 'PurchaseNotDecided', stage: 'shopper' });
    const back = was(8, 'StageReverted', { journey: 1, from: 'buyer', to: 'shopper', reason: 'reconsidering' });
    after(...decided, back)
      .when(ask('CompletePurchase', {}))
      .thenRefused({ type: 'PurchaseNotDecided', stage: 'shopper' });
  });

  test('is already so for the same amount only', () => {
    after(...won)
      .when(ask('CompletePurchase', { amount: cny(25_000_000) }))
      .thenNothing();
    const others = [{}, { amount: cny(25_000_001) }, { amount: { minor: 25_000_000, currency: 'EUR' } }];
    for (const other of others) {
      after(...won)
        .when(ask('CompletePurchase', other))
        .thenRefused({ type: 'NoOpenJourney' });
    }
    after(...decided, was(9, 'PurchaseCompleted', { journey: 1 }))
      .when(ask('CompletePurchase', {}))
      .thenNothing();
  });

  test('costs nothing or something, never less MON-11', () => {
    after(...decided)
      .when(ask('CompletePurchase', { amount: cny(0) }))
      .thenEvents(was(30, 'PurchaseCompleted', { journey: 1, amount: cny(0) }));
    after(...decided)
      .when(ask('CompletePurchase', { amount: cny(-1) }))
      .thenRefused({ type: 'AmountBelowZero', amount: cny(-1) as never });
  });

  test('is dated no earlier than the decision', () => {
    after(...decided)
      .when(ask('CompletePurchase', {}), at(msFrom(day(7), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'journey', last: day(7) });
    after(...decided)
      .when(ask('CompletePurchase', {}), at(day(7)))
      .thenEvents(was(7, 'PurchaseCompleted', { journey: 1 }));
  });

  test('is not lost, and not completed after a loss', () =>
    after(...lost)
      .when(ask('CompletePurchase', {}))
      .thenRefused({ type: 'NoOpenJourney' }));
});
