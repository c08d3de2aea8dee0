import { describe, expect, test } from 'vitest';
import {
  ADVANCED,
  annul,
  breaks,
  COMPLETED,
  cameBack,
  corrected,
  DECIDED,
  standings,
  voided,
} from '../support/corrections.js';
import { after, ask, day, decided, msFrom, on, won } from '../support/story.js';

describe('a move corrected to another time', () => {
  const moved = (target: number, effectiveAt: string) =>
    ask('CorrectJourneyMove', { target, reason: 'wrongDate', replacement: { effectiveAt } });
  const wasMoved = (target: number, effectiveAt: string, from: ReturnType<typeof day>) =>
    corrected(target, from, { reason: 'wrongDate', replacement: { effectiveAt } });

  test('is effective from the earlier of the two times, whatever time is asked for', () => {
    after(...decided)
      .when(moved(DECIDED, day(6)))
      .thenEvents(wasMoved(DECIDED, day(6), day(6)));
    after(...decided)
      .when(moved(DECIDED, day(8)), { ...on(30), effectiveAt: day(20) })
      .thenEvents(wasMoved(DECIDED, day(8), day(7)));
    after(...decided)
      .when(annul(DECIDED), { ...on(30), effectiveAt: day(1) })
      .thenEvents(voided(DECIDED, 7));
  });

  test('stays between its neighbours, the opening included', () => {
    after(...decided)
      .when(moved(ADVANCED, day(3)))
      .thenEvents(wasMoved(ADVANCED, day(3), day(3)));
    after(...decided)
      .when(moved(ADVANCED, msFrom(day(3), -1)))
      .thenRefused(breaks(ADVANCED, ADVANCED));
    after(...decided)
      .when(moved(ADVANCED, day(7)))
      .thenEvents(wasMoved(ADVANCED, day(7), day(5)));
    after(...decided)
      .when(moved(ADVANCED, msFrom(day(7), 1)))
      .thenRefused(breaks(ADVANCED, DECIDED));
  });

  test('stays before the next journey begins', () => {
    after(...cameBack)
      .when(moved(COMPLETED, day(12)))
      .thenEvents(wasMoved(COMPLETED, day(12), day(9)));
    after(...cameBack)
      .when(moved(COMPLETED, msFrom(day(12), 1)))
      .thenRefused(breaks(COMPLETED, COMPLETED));
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
