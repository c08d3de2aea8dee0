import { epochMillis, type Instant, type Period, periodAt, periodFinder, shiftPeriod } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../support/instants.js';
import { cadence, moment, parse, zone } from '../support/periods.js';

describe('Q39: periods of a cadence and a zone', () => {
  test('hold the instant that they were asked for, their end left out', () => {
    fc.assert(
      fc.property(moment, cadence, ([name, instant], each) => {
        const { start, end } = periodAt(instant, each, name);
        expect(start <= instant && instant < end).toBe(true);
        expect(periodAt(start, each, name).start).toBe(start);
        expect(periodAt(end, each, name).start).toBe(end);
      }),
      { numRuns: 500 },
    );
  });

  test('follow each other without gap or overlap, forth and back', () => {
    fc.assert(
      fc.property(moment, cadence, fc.integer({ min: -20, max: 20 }), ([name, instant], each, by) => {
        const period = periodAt(instant, each, name);
        expect(shiftPeriod(period, 0)).toEqual(period);
        expect(shiftPeriod(period, 1).start).toBe(period.end);
        expect(shiftPeriod(period, -1).end).toBe(period.start);
        expect(shiftPeriod(shiftPeriod(period, by), -by)).toEqual(period);
      }),
      { numRuns: 500 },
    );
  });

  test('are one for every instant: an earlier instant is in the same or in an earlier one', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 3 * 86_400_000 }), cadence, ([name, one], apart, each) => {
        const earlier = periodAt(one, each, name);
        const laterOne = periodAt(instantOf(epochMillis(one) + apart), each, name);
        if (laterOne.label === earlier.label) expect(laterOne).toEqual(earlier);
        else expect(laterOne.start >= earlier.end).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('are named by their label', () => {
    fc.assert(
      fc.property(moment, cadence, ([name, instant], each) => {
        const period = periodAt(instant, each, name);
        expect(parse(period.label, name)).toEqual(period);
      }),
      { numRuns: 500 },
    );
  });

  test('lie in those of the longer cadences, but for weeks', () => {
    fc.assert(
      fc.property(moment, ([name, instant]) => {
        const nested = (['day', 'month', 'quarter', 'year'] as const).map((each) => periodAt(instant, each, name));
        nested.slice(1).forEach((outer, i) => {
          const inner = nested[i] as Period;
          expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  test('are found by a finder as by hand, in whatever order it is asked', () => {
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 30 }), zone, cadence, (moments, name, each) => {
        const find = periodFinder(each, name);
        for (const [, instant] of [...moments, ...moments]) {
          expect(find(instant)).toEqual(periodAt(instant, each, name));
        }
      }),
    );
  });

  test('are worked out once by a finder', () => {
    const find = periodFinder('month', 'Asia/Shanghai');
    expect(find('2026-11-24T00:00:00.000Z' as Instant)).toBe(find('2026-11-24T23:59:59.999Z' as Instant));
  });
});
