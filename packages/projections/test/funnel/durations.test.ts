import { describe, expect, test } from 'vitest';
import { of } from '../support/funnel.js';
import { entered, january, lost, toProspect, toShopper } from '../support/log.js';

const days = (n: number): number => n * 86_400_000;

describe('time in a stage', () => {
  test('FUN-12: first stay, latest stay and all stays; an open one is censored, not dropped', () => {
    const { durations } = of(
      [
        ...entered(january(1), 'a'),
        toShopper(january(3), 'a'),
        toProspect(january(4), 'a'),
        toShopper(january(8), 'a'),
      ],
      { asOf: january(9) },
    );
    expect(durations.slice(0, 2)).toEqual([
      {
        id: 'prospect',
        firstPass: { ended: 1, endedMillis: days(2), open: 0, openMillis: 0 },
        latest: { ended: 1, endedMillis: days(4), open: 0, openMillis: 0 },
        cumulative: { ended: 1, endedMillis: days(6), open: 0, openMillis: 0 },
      },
      {
        id: 'shopper',
        firstPass: { ended: 1, endedMillis: days(1), open: 0, openMillis: 0 },
        latest: { ended: 0, endedMillis: 0, open: 1, openMillis: days(1) },
        cumulative: { ended: 0, endedMillis: 0, open: 1, openMillis: days(2) },
      },
    ]);
  });

  test('a closing ends the stay', () => {
    const { durations } = of([...entered(january(1), 'a'), lost(january(2), 'a')]);
    expect(durations[0]?.latest).toEqual({ ended: 1, endedMillis: days(1), open: 0, openMillis: 0 });
  });
});
