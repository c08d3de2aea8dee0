import { describe, expect, test } from 'vitest';
import { of, rows, tell } from '../support/funnel.js';
import { type Ask, ask, decided, entered, january, logOf, toProspect, toShopper } from '../support/log.js';

const NEVER = [0, 0, 0, 0, 0, 0];
const ONCE = [1, 1, 1, 1, 0, 0];

describe('I-21: corrections', () => {
  const correct = (target: number, replacement?: object): Ask =>
    ask(january(9), 'CorrectJourneyMove', 'a', {
      target,
      reason: 'misclassified',
      ...(replacement === undefined ? {} : { replacement }),
    });
  const start = [...entered(january(1), 'a'), toShopper(january(2), 'a')];

  test('a first entry declared void was never made, as of any date', () => {
    const report = of([...start, correct(4)]);
    expect(rows(report)).toMatchObject({ prospect: ONCE, shopper: NEVER });
    expect(of([...start, correct(4)], { asOf: january(2) }).stages).toEqual(report.stages);
  });

  test('with a later entry standing, it is the later one that counts', () => {
    const report = of([...start, toProspect(january(3), 'a'), correct(5), decided(january(10), 'a'), correct(4)]);
    expect(rows(report)).toEqual({
      prospect: [1, 1, 0, 1, 0, 0],
      shopper: [0, 1, 0, 0, 1, 0],
      buyer: ONCE,
    });
  });

  test('a move dated anew counts from its new date, as of dates before and after', () => {
    const earlier = [...start, correct(4, { effectiveAt: january(1, 12) })];
    const later = [...start, correct(4, { effectiveAt: january(5) })];
    expect(rows(of(earlier, { asOf: january(1, 11) }))).toMatchObject({ shopper: NEVER });
    expect(rows(of(earlier, { asOf: january(1, 12) }))).toMatchObject({ shopper: ONCE });
    expect(rows(of(later, { asOf: january(4) }))).toMatchObject({ shopper: NEVER });
    expect(rows(of(later, { asOf: january(5) }))).toMatchObject({ shopper: ONCE });
  });

  test('what happens to a journey that was never opened, as in a torn log, counts nowhere', () => {
    const log = logOf([...start, correct(4)]);
    expect(log.length).toBe(6);
    expect(tell(log.filter(({ type }) => type !== 'JourneyOpened'))).toMatchObject({ opened: 0, matrix: [] });
  });
});
