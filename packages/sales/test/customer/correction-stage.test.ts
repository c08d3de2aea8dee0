import { describe, expect, test } from 'vitest';
import {
  ADVANCED,
  ahead,
  back,
  breaks,
  corrected,
  DECIDED,
  evidence,
  fourStages,
  reason,
  standings,
} from '../support/corrections.js';
import { after, ask, day, decided, entered, lost, on, shopper } from '../support/story.js';

describe('a move corrected to another stage', () => {
  const elsewhere = (to: string, fields = {}) =>
    ask('CorrectJourneyMove', { target: ADVANCED, reason, replacement: { to, ...fields } });

  test('leads there from the time it had, with the evidence the stage asks for DLR-9', () => {
    const lead = [...entered, ahead(5, 'prospect', 'lead')];
    after(...lead)
      .when(elsewhere('shopper', { evidence }), on(30, fourStages))
      .thenEvents(corrected(ADVANCED, 5, { replacement: { to: 'shopper', evidence, effectiveAt: day(5) } }));
    after(...lead)
      .when(elsewhere('shopper'), on(30, fourStages))
      .thenRefused({ type: 'EvidenceMissing', stage: 'shopper' });
    after(...shopper)
      .when(elsewhere('lead'), on(30, fourStages))
      .thenEvents(corrected(ADVANCED, 5, { replacement: { to: 'lead', effectiveAt: day(5) } }));
  });

  test('needs no evidence for a way back DLR-9', () => {
    const reverted = [...decided, back(8, 'buyer', 'prospect')];
    after(...reverted)
      .when(ask('CorrectJourneyMove', { target: 6, reason, replacement: { to: 'shopper' } }))
      .thenEvents(corrected(6, 8, { replacement: { to: 'shopper', effectiveAt: day(8) } }));
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
      .thenRefused(breaks(ADVANCED, ADVANCED));
  });

  test('is a change of stage: a purchase or a closing leads nowhere else', () => {
    after(...decided)
      .when(ask('CorrectJourneyMove', { target: DECIDED, reason, replacement: { to: 'prospect' } }))
      .thenRefused({ type: 'NotAChangeOfStage', target: DECIDED });
    after(...lost)
      .when(ask('CorrectJourneyMove', { target: 5, reason, replacement: { to: 'prospect' } }))
      .thenRefused({ type: 'NotAChangeOfStage', target: 5 });
  });

  test('goes either way from then on, and may be corrected again', () => {
    const lead = corrected(ADVANCED, 5, { replacement: { to: 'lead', effectiveAt: day(5) } });
    expect(standings([...shopper, lead])).toMatchObject([{ stage: 'lead', since: day(5) }]);
    after(...shopper, lead)
      .when(elsewhere('shopper', { evidence }), on(30, fourStages))
      .thenEvents(corrected(ADVANCED, 5, { replacement: { to: 'shopper', evidence, effectiveAt: day(5) } }));
  });
});
