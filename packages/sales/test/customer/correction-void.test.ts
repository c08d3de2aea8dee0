import { describe, expect, test } from 'vitest';
import {
  ADVANCED,
  ahead,
  annul,
  back,
  breaks,
  COMPLETED,
  cameBack,
  corrected,
  DECIDED,
  evidence,
  fourStages,
  standings,
  voided,
} from '../support/corrections.js';
import { after, ask, day, decided, entered, on, shopper, was, won } from '../support/story.js';

describe('a move declared void', () => {
  test('is as if it had not been made DLR-16 I-21', () => {
    after(...shopper)
      .when(annul(ADVANCED))
      .thenEvents(voided(ADVANCED, 5));
    expect(standings([...shopper, voided(ADVANCED, 5)])).toEqual(standings(entered));
  });

  test('reopens a journey whose closing it was: an explicit event, with a reason I-21', () => {
    after(...won)
      .when(annul(COMPLETED))
      .thenEvents(voided(COMPLETED, 9));
    expect(standings([...won, voided(COMPLETED, 9)])).toEqual(standings(decided));
  });

  test('is there no more: it cannot be declared void twice', () =>
    after(...shopper, voided(ADVANCED, 5))
      .when(annul(ADVANCED))
      .thenRefused({ type: 'NoSuchMove', target: ADVANCED }));

  test('may not leave a later move without ground, and names the first that breaks', () => {
    after(...won)
      .when(annul(DECIDED))
      .thenRefused(breaks(DECIDED, COMPLETED));
    const reverted = back(6, 'shopper', 'prospect');
    after(...shopper, reverted)
      .when(annul(ADVANCED))
      .thenRefused(breaks(ADVANCED, 5));
  });

  test('may not leave a later move where it leads already', () => {
    const again = [...shopper, back(6, 'shopper', 'prospect'), ahead(7, 'prospect', 'shopper')];
    after(...again)
      .when(annul(5))
      .thenRefused(breaks(5, 6));
  });

  test('may not turn a later move back into one ahead DLR-9', () => {
    const history = [...entered, ahead(5, 'prospect', 'shopper'), back(6, 'shopper', 'lead')];
    after(...history)
      .when(annul(ADVANCED), on(30, fourStages))
      .thenRefused(breaks(ADVANCED, 5));
  });

  test('may not turn a later move ahead into one back', () => {
    const history = [
      ...entered,
      ahead(5, 'prospect', 'shopper'),
      back(6, 'shopper', 'prospect'),
      ahead(7, 'prospect', 'lead'),
    ];
    after(...history)
      .when(annul(5), on(30, fourStages))
      .thenRefused(breaks(5, 6));
  });

  test('may not leave a journey open once the next was opened Q8', () => {
    after(...cameBack)
      .when(annul(COMPLETED))
      .thenRefused(breaks(COMPLETED, COMPLETED));
  });
});

describe('a correction', () => {
  test('names a move of this customer, and a reason of the playbook', () => {
    for (const target of [0, 3, 99]) {
      after(...shopper)
        .when(annul(target))
        .thenRefused({ type: 'NoSuchMove', target });
    }
    after(...shopper)
      .when(ask('CorrectJourneyMove', { target: ADVANCED, reason: 'mood' }))
      .thenRefused({ type: 'UndefinedTerm', list: 'correction', id: 'mood' });
  });

  test('reaches into an earlier journey, and leaves the later one as it is', () => {
    const again = [...cameBack, was(14, 'StageAdvanced', { journey: 2, from: 'prospect', to: 'shopper', evidence })];
    const fixed = corrected(COMPLETED, 9, { reason: 'wrongDate', replacement: { effectiveAt: day(11) } });
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
