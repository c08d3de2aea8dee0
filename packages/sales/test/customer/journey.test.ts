import { dealership, type Term } from '@millrace/sales';
import { describe, test } from 'vitest';
import {
  after,
  ask,
  collected,
  day,
  dealershipWith,
  decided,
  entered,
  lost,
  msFrom,
  on,
  shopper,
  was,
  won,
} from '../support/story.js';

const evidence = { note: 'compares two', traits: ['narrowedRange'] } as const;

/** Four stages: a `testDrive` between shopper and buyer. */
const { stages } = dealership.customer;
const fourStages = dealershipWith({
  stages: [
    ...stages.slice(0, 2),
    { id: 'testDrive' as Term, name: { en: 'Test drive', zh: '试驾' } },
    ...stages.slice(2),
  ],
  benchmark: [25, 5, 3, 1],
});

describe('advancing', () => {
  test('goes to a stage ahead, and says from where, to where and on what evidence DLR-7 DLR-9', () =>
    after(...entered)
      .when(ask('AdvanceStage', { to: 'shopper', evidence }))
      .thenEvents(was(30, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'shopper', evidence })));

  test('may skip a stage, and needs no evidence for the skipped one Q8', () =>
    after(...entered)
      .when(ask('AdvanceStage', { to: 'testDrive' }), on(30, fourStages))
      .thenEvents(was(30, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'testDrive' })));

  test.each([
    ['no evidence', {}],
    ['an empty sentence', { evidence: { note: '' } }],
    ['blanks', { evidence: { note: ' \n' } }],
    ['no trait', { evidence: { traits: [] } }],
    ['nothing at all', { evidence: {} }],
  ])('to shopper is refused with %s DLR-9', (_, fields) =>
    after(...entered)
      .when(ask('AdvanceStage', { to: 'shopper', ...fields }))
      .thenRefused({ type: 'EvidenceMissing', stage: 'shopper' }),
  );

  test.each([
    ['a sentence', { note: 'compares two' }],
    ['a trait', { traits: ['definiteNeed'] as const }],
    ['a trait beside an empty sentence', { note: ' ', traits: ['weighsBrandAndPrice'] as const }],
  ])('to shopper is content with %s DLR-9', (_, seen) =>
    after(...entered)
      .when(ask('AdvanceStage', { to: 'shopper', evidence: seen }))
      .thenEvents(was(30, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'shopper', evidence: seen })),
  );

  test('asks for evidence where the playbook does, and nowhere else DLR-9', () =>
    after(...entered)
      .when(ask('AdvanceStage', { to: 'shopper' }), on(30, dealershipWith({ evidenceFor: [] })))
      .thenEvents(was(30, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'shopper' })));

  test('to where the journey stands is already so', () =>
    after(...shopper)
      .when(ask('AdvanceStage', { to: 'shopper' }))
      .thenNothing());

  test('does not go back, to an unknown stage, or past a decided purchase DLR-10 Q5', () => {
    after(...shopper)
      .when(ask('AdvanceStage', { to: 'prospect', evidence }))
      .thenRefused({ type: 'StageNotAhead', from: 'shopper', to: 'prospect' });
    after(...shopper)
      .when(ask('AdvanceStage', { to: 'owner', evidence }))
      .thenRefused({ type: 'UndefinedTerm', list: 'stages', id: 'owner' });
    after(...shopper)
      .when(ask('AdvanceStage', { to: 'buyer', evidence }))
      .thenRefused({ type: 'StageNeedsDecidedPurchase', stage: 'buyer' });
  });
});

describe('going back', () => {
  test('needs a reason of the playbook Q8', () => {
    after(...shopper)
      .when(ask('RevertStage', { to: 'prospect', reason: 'postponed' }))
      .thenEvents(was(30, 'StageReverted', { journey: 1, from: 'shopper', to: 'prospect', reason: 'postponed' }));
    after(...shopper)
      .when(ask('RevertStage', { to: 'prospect', reason: 'mood' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'revert', id: 'mood' });
  });

  test('is possible from a decided purchase too, and to any stage behind Q5 Q8', () => {
    for (const to of ['shopper', 'prospect']) {
      after(...decided)
        .when(ask('RevertStage', { to, reason: 'budgetWithdrawn' }))
        .thenEvents(was(30, 'StageReverted', { journey: 1, from: 'buyer', to, reason: 'budgetWithdrawn' }));
    }
  });

  test('does not go ahead, or to an unknown stage; to where the journey stands is already so', () => {
    after(...entered)
      .when(ask('RevertStage', { to: 'shopper', reason: 'postponed' }))
      .thenRefused({ type: 'StageNotBehind', from: 'prospect', to: 'shopper' });
    after(...shopper)
      .when(ask('RevertStage', { to: 'suspect', reason: 'postponed' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'stages', id: 'suspect' });
    after(...shopper)
      .when(ask('RevertStage', { to: 'shopper', reason: 'postponed' }))
      .thenNothing();
  });
});

describe('closing', () => {
  test.each([
    ['lost', 'rivalProduct', 'DLR-10'],
    ['lost', 'otherDealer', 'Q40'],
    ['disqualified', 'outsideCategory', 'Q8'],
    ['dormant', 'noAnswer', 'Q8'],
  ] as const)('%s because of %s ends the journey %s', (outcome, reason, _) =>
    after(...shopper)
      .when(ask('CloseJourney', { outcome, reason }))
      .thenEvents(was(30, 'JourneyClosed', { journey: 1, outcome, reason })),
  );

  test('is possible from any stage, a decided purchase included Q5', () => {
    for (const history of [entered, decided]) {
      after(...history)
        .when(ask('CloseJourney', { outcome: 'lost', reason: 'noFinance' }))
        .thenEvents(was(30, 'JourneyClosed', { journey: 1, outcome: 'lost', reason: 'noFinance' }));
    }
  });

  test('takes the reasons of its own outcome I-51', () =>
    after(...shopper)
      .when(ask('CloseJourney', { outcome: 'dormant', reason: 'price' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'dormant', id: 'price' }));

  test('is already so for the same outcome and reason only', () => {
    after(...lost)
      .when(ask('CloseJourney', { outcome: 'lost', reason: 'price' }))
      .thenNothing();
    after(...lost)
      .when(ask('CloseJourney', { outcome: 'lost', reason: 'needGone' }))
      .thenRefused({ type: 'NoOpenJourney' });
    after(...lost)
      .when(ask('CloseJourney', { outcome: 'dormant', reason: 'later' }))
      .thenRefused({ type: 'NoOpenJourney' });
    after(...won)
      .when(ask('CloseJourney', { outcome: 'lost', reason: 'price' }))
      .thenRefused({ type: 'NoOpenJourney' });
  });

  test('ends every move: a closed journey absorbs LAW-7 Q8 I-21', () => {
    for (const history of [lost, won]) {
      const moves = [
        ask('AdvanceStage', { to: 'shopper', evidence }),
        ask('RevertStage', { to: 'prospect', reason: 'postponed' }),
        ask('CompletePurchase', {}),
      ];
      for (const move of moves)
        after(...history)
          .when(move)
          .thenRefused({ type: 'NoOpenJourney' });
    }
  });
});

describe('a new journey', () => {
  test('is opened for who comes back, as the next of the same customer Q8', () => {
    for (const history of [lost, won]) {
      after(...history)
        .when(ask('OpenJourney', {}))
        .thenEvents(was(30, 'JourneyOpened', { journey: 2, stage: 'prospect' }));
    }
  });

  test('waits until the one before is closed, and says where that stands Q8', () =>
    after(...shopper)
      .when(ask('OpenJourney', {}))
      .thenRefused({ type: 'JourneyAlreadyOpen', journey: 1, stage: 'shopper' }));

  test('begins no earlier than the one before ended', () => {
    const at = (effectiveAt: ReturnType<typeof day>) => ({ ...on(30), effectiveAt });
    after(...lost)
      .when(ask('OpenJourney', {}), at(msFrom(day(8), -1)))
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'journey', last: day(8) });
    after(...lost)
      .when(ask('OpenJourney', {}), at(day(8)))
      .thenEvents(was(8, 'JourneyOpened', { journey: 2, stage: 'prospect' }));
  });

  test('moves on its own, and leaves the one before as it was', () => {
    const again = [...lost, was(10, 'JourneyOpened', { journey: 2, stage: 'prospect' })];
    after(...again)
      .when(ask('AdvanceStage', { to: 'shopper', evidence }))
      .thenEvents(was(30, 'StageAdvanced', { journey: 2, from: 'prospect', to: 'shopper', evidence }));
  });

  test('begins at entry: nobody has one before DLR-34', () =>
    after(...collected)
      .when(ask('OpenJourney', {}))
      .thenRefused({ type: 'CustomerNotEntered', status: 'pending' }));

  test('is opened too where only the first event of an entry is known, and nothing moves before', () => {
    const half = entered.slice(0, 3);
    after(...half)
      .when(ask('OpenJourney', {}))
      .thenEvents(was(30, 'JourneyOpened', { journey: 1, stage: 'prospect' }));
    after(...half)
      .when(ask('AdvanceStage', { to: 'shopper', evidence }))
      .thenRefused({ type: 'NoOpenJourney' });
    after(...half)
      .when(ask('ObserveBuyerStep', { step: 'needRecognised' }))
      .thenRefused({ type: 'NoOpenJourney' });
  });
});
