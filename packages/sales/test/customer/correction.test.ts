import { replay } from '@millrace/kernel';
import { type Customer, customerModule, dealership, standingOf, type Term } from '@millrace/sales';
import { describe, expect, test } from 'vitest';
import { after, ask, day, dealershipWith, decided, entered, msFrom, on, shopper, was, won } from '../support/story.js';

/** Revisions in the histories of stories: the first move has 4. */
const ADVANCED = 4;
const DECIDED = 5;
const COMPLETED = 6;

const reason = 'misclassified';
const evidence = { note: 'compares two' };
const voided = (target: number, when: number) => was(when, 'JourneyMoveCorrected', { journey: 1, target, reason });
const stateOf = (history: typeof entered): Customer => replay(customerModule.decider, history);
const standings = (history: typeof entered) => {
  const customer = stateOf(history);
  return customer.phase === 'entered' ? customer.journeys.map(standingOf) : [];
};

const { stages } = dealership.customer;
const fourStages = dealershipWith({
  stages: [...stages.slice(0, 1), { id: 'lead' as Term, name: { en: 'Lead', zh: '线索' } }, ...stages.slice(1)],
  benchmark: [25, 10, 5, 1],
});

describe('a move declared void', () => {
  test('is as if it had not been made DLR-16 I-21', () => {
    after(...shopper)
      .when(ask('CorrectJourneyMove', { target: ADVANCED, reason }))
      .thenEvents(voided(ADVANCED, 5));
    expect(standings([...shopper, voided(ADVANCED, 5)])).toEqual(standings(entered));
  });

  test('reopens a journey whose closing it was: an explicit event, with a reason I-21', () => {
    after(...won)
      .when(ask('CorrectJourneyMove', { target: COMPLETED, reason }))
      .thenEvents(voided(COMPLETED, 9));
    expect(standings([...won, voided(COMPLETED, 9)])).toEqual(standings(decided));
  });

  test('is there no more: it cannot be declared void twice', () =>
    after(...shopper, voided(ADVANCED, 5))
      .when(ask('CorrectJourneyMove', { target: ADVANCED, reason }))
      .thenRefused({ type: 'NoSuchMove', target: ADVANCED }));

  test('may not leave a later move without ground, and names the first that breaks', () => {
    after(...won)
      .when(ask('CorrectJourneyMove', { target: DECIDED, reason }))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: DECIDED, broken: COMPLETED });
    const back = was(6, 'StageReverted', { journey: 1, from: 'shopper', to: 'prospect', reason: 'postponed' });
    after(...shopper, back)
      .when(ask('CorrectJourneyMove', { target: ADVANCED, reason }))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: ADVANCED, broken: 5 });
  });

  test('may not leave a later move where it leads already', () => {
    const again = [
      ...shopper,
      was(6, 'StageReverted', { journey: 1, from: 'shopper', to: 'prospect', reason: 'postponed' }),
      was(7, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'shopper', evidence }),
    ];
    after(...again)
      .when(ask('CorrectJourneyMove', { target: 5, reason }))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: 5, broken: 6 });
  });

  test('may not turn a later move back into one ahead DLR-9', () => {
    const history = [
      ...entered,
      was(5, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'shopper', evidence }),
      was(6, 'StageReverted', { journey: 1, from: 'shopper', to: 'lead', reason: 'postponed' }),
    ];
    after(...history)
      .when(ask('CorrectJourneyMove', { target: ADVANCED, reason }), on(30, fourStages))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: ADVANCED, broken: 5 });
  });

  test('may not turn a later move ahead into one back', () => {
    const history = [
      ...entered,
      was(5, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'shopper', evidence }),
      was(6, 'StageReverted', { journey: 1, from: 'shopper', to: 'prospect', reason: 'postponed' }),
      was(7, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'lead' }),
    ];
    after(...history)
      .when(ask('CorrectJourneyMove', { target: 5, reason }), on(30, fourStages))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: 5, broken: 6 });
  });

  test('may not leave a journey open once the next was opened Q8', () => {
    const again = [...won, was(12, 'JourneyOpened', { journey: 2, stage: 'prospect' })];
    after(...again)
      .when(ask('CorrectJourneyMove', { target: COMPLETED, reason }))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: COMPLETED, broken: COMPLETED });
  });
});

describe('a move corrected to another stage', () => {
  const elsewhere = (to: string, fields = {}) =>
    ask('CorrectJourneyMove', { target: ADVANCED, reason, replacement: { to, ...fields } });

  test('leads there from the time it had, with the evidence the stage asks for DLR-9', () => {
    const lead = [...entered, was(5, 'StageAdvanced', { journey: 1, from: 'prospect', to: 'lead' })];
    after(...lead)
      .when(elsewhere('shopper', { evidence }), on(30, fourStages))
      .thenEvents(
        was(5, 'JourneyMoveCorrected', {
          journey: 1,
          target: ADVANCED,
          reason,
          replacement: { to: 'shopper', evidence, effectiveAt: day(5) },
        }),
      );
    after(...lead)
      .when(elsewhere('shopper'), on(30, fourStages))
      .thenRefused({ type: 'EvidenceMissing', stage: 'shopper' });
    after(...shopper)
      .when(elsewhere('lead'), on(30, fourStages))
      .thenEvents(
        was(5, 'JourneyMoveCorrected', {
          journey: 1,
          target: ADVANCED,
          reason,
          replacement: { to: 'lead', effectiveAt: day(5) },
        }),
      );
  });

  test('needs no evidence for a way back DLR-9', () => {
    const back = [
      ...decided,
      was(8, 'StageReverted', { journey: 1, from: 'buyer', to: 'prospect', reason: 'postponed' }),
    ];
    after(...back)
      .when(ask('CorrectJourneyMove', { target: 6, reason, replacement: { to: 'shopper' } }))
      .thenEvents(
        was(8, 'JourneyMoveCorrected', {
          journey: 1,
          target: 6,
          reason,
          replacement: { to: 'shopper', effectiveAt: day(8) },
        }),
      );
  });

  test('is already so where it leads there at that time', () => {
    after(...shopper)
      .when(elsewhere('shopper'))
      .thenNothing();
    after(...shopper)
      .when(elsewhere('shopper', { effectiveAt: day(5) }))
      .thenNothing();
    after(...shopper)
      .when(ask('CorrectJourneyMove', { target: ADVANCED, reason, replacement: {} }))
      .thenNothing();
  });

  test('cannot lead to a buyer, to an unknown stage, or to where it came from Q5', () => {
    after(...shopper)
      .when(elsewhere('buyer'))
      .thenRefused({ type: 'StageNeedsDecidedPurchase', stage: 'buyer' });
    after(...shopper)
      .when(elsewhere('owner'))
      .thenRefused({ type: 'UndefinedTerm', list: 'stages', id: 'owner' });
    after(...shopper)
      .when(elsewhere('prospect'))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: ADVANCED, broken: ADVANCED });
  });

  test('is a change of stage: a purchase or a closing leads nowhere else', () => {
    const lost = [...shopper, was(8, 'JourneyClosed', { journey: 1, outcome: 'lost', reason: 'price' })];
    after(...decided)
      .when(ask('CorrectJourneyMove', { target: DECIDED, reason, replacement: { to: 'prospect' } }))
      .thenRefused({ type: 'NotAChangeOfStage', target: DECIDED });
    after(...lost)
      .when(ask('CorrectJourneyMove', { target: 5, reason, replacement: { to: 'prospect' } }))
      .thenRefused({ type: 'NotAChangeOfStage', target: 5 });
  });

  test('goes either way from then on, and may be corrected again', () => {
    const lead = was(5, 'JourneyMoveCorrected', {
      journey: 1,
      target: ADVANCED,
      reason,
      replacement: { to: 'lead', effectiveAt: day(5) },
    });
    expect(standings([...shopper, lead])).toMatchObject([{ stage: 'lead', since: day(5) }]);
    after(...shopper, lead)
      .when(elsewhere('shopper', { evidence }), on(30, fourStages))
      .thenEvents(
        was(5, 'JourneyMoveCorrected', {
          journey: 1,
          target: ADVANCED,
          reason,
          replacement: { to: 'shopper', evidence, effectiveAt: day(5) },
        }),
      );
  });
});

describe('a move corrected to another time', () => {
  const moved = (target: number, effectiveAt: string) =>
    ask('CorrectJourneyMove', { target, reason: 'wrongDate', replacement: { effectiveAt } });
  const wasMoved = (target: number, effectiveAt: string, from: ReturnType<typeof day>) =>
    was(from, 'JourneyMoveCorrected', { journey: 1, target, reason: 'wrongDate', replacement: { effectiveAt } });

  test('is effective from the earlier of the two times, whatever time is asked for', () => {
    after(...decided)
      .when(moved(DECIDED, day(6)))
      .thenEvents(wasMoved(DECIDED, day(6), day(6)));
    after(...decided)
      .when(moved(DECIDED, day(8)), { ...on(30), effectiveAt: day(20) })
      .thenEvents(wasMoved(DECIDED, day(8), day(7)));
    after(...decided)
      .when(ask('CorrectJourneyMove', { target: DECIDED, reason }), { ...on(30), effectiveAt: day(1) })
      .thenEvents(voided(DECIDED, 7));
  });

  test('stays between its neighbours, the opening included', () => {
    after(...decided)
      .when(moved(ADVANCED, day(3)))
      .thenEvents(wasMoved(ADVANCED, day(3), day(3)));
    after(...decided)
      .when(moved(ADVANCED, msFrom(day(3), -1)))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: ADVANCED, broken: ADVANCED });
    after(...decided)
      .when(moved(ADVANCED, day(7)))
      .thenEvents(wasMoved(ADVANCED, day(7), day(5)));
    after(...decided)
      .when(moved(ADVANCED, msFrom(day(7), 1)))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: ADVANCED, broken: DECIDED });
  });

  test('stays before the next journey begins', () => {
    const again = [...won, was(12, 'JourneyOpened', { journey: 2, stage: 'prospect' })];
    after(...again)
      .when(moved(COMPLETED, day(12)))
      .thenEvents(wasMoved(COMPLETED, day(12), day(9)));
    after(...again)
      .when(moved(COMPLETED, msFrom(day(12), 1)))
      .thenRefused({ type: 'CorrectionBreaksHistory', target: COMPLETED, broken: COMPLETED });
  });

  test('is not in the future', () => {
    after(...decided)
      .when(moved(DECIDED, day(30)))
      .thenEvents(wasMoved(DECIDED, day(30), day(7)));
    after(...decided)
      .when(moved(DECIDED, msFrom(day(30), 1)))
      .thenRefused({ type: 'EffectiveInFuture', effectiveAt: msFrom(day(30), 1), now: day(30) });
  });

  test('keeps its kind: a purchase stays a purchase', () => {
    expect(standings([...won, wasMoved(COMPLETED, day(10), day(9))])).toMatchObject([
      { outcome: 'won', amount: { minor: 25_000_000 }, since: day(10) },
    ]);
  });
});

describe('a correction', () => {
  test('names a move of this customer, and a reason of the playbook', () => {
    for (const target of [0, 3, 99]) {
      after(...shopper)
        .when(ask('CorrectJourneyMove', { target, reason }))
        .thenRefused({ type: 'NoSuchMove', target });
    }
    after(...shopper)
      .when(ask('CorrectJourneyMove', { target: ADVANCED, reason: 'mood' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'correction', id: 'mood' });
  });

  test('reaches into an earlier journey, and leaves the later one as it is', () => {
    const again = [
      ...won,
      was(12, 'JourneyOpened', { journey: 2, stage: 'prospect' }),
      was(14, 'StageAdvanced', { journey: 2, from: 'prospect', to: 'shopper', evidence }),
    ];
    const fixed = was(9, 'JourneyMoveCorrected', {
      journey: 1,
      target: COMPLETED,
      reason: 'wrongDate',
      replacement: { effectiveAt: day(11) },
    });
    after(...again)
      .when(
        ask('CorrectJourneyMove', { target: COMPLETED, reason: 'wrongDate', replacement: { effectiveAt: day(11) } }),
      )
      .thenEvents(fixed);
    expect(standings([...again, fixed])).toMatchObject([
      { outcome: 'won', since: day(11) },
      { stage: 'shopper', since: day(14) },
    ]);
  });
});
