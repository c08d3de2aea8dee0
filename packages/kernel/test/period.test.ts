import {
  type Cadence,
  epochMillis,
  type Instant,
  isZone,
  type Period,
  parsePeriod,
  periodAt,
  periodFinder,
  shiftPeriod,
} from '@millrace/kernel';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { left, right } from './support/either.js';
import { instantOf } from './support/instants.js';

const cadences = ['day', 'week', 'month', 'quarter', 'year'] as const;
const cadence = fc.constantFrom<Cadence>(...cadences);

/** Clocks that go forward over midnight, back over it, by half an hour, by a day, or never. */
const zone = fc.constantFrom(
  'UTC',
  'Asia/Shanghai',
  'Europe/Amsterdam',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'America/St_Johns',
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Juneau',
);

const anyTime = fc.integer({ min: Date.parse('1850-01-01T00:00Z'), max: Date.parse('2100-01-01T00:00Z') });

/** A zone and an instant in it, every other one within two hours of a change of its clocks. */
const moment = fc
  .tuple(zone, anyTime, fc.boolean(), fc.integer({ min: -120, max: 120 }))
  .map(([name, millis, nearChange, minutes]): [string, Instant] => {
    const change = nearChange
      ? Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(name).getTimeZoneTransition('next')
      : null;
    return [name, instantOf((change?.epochMilliseconds ?? millis) + minutes * 60_000)];
  });

const parse = (label: string, name: string): Period => right(parsePeriod(label, name));
const hours = ({ start, end }: Period): number => (epochMillis(end) - epochMillis(start)) / 3_600_000;
const span = ({ start, end }: Period): string => `${start}/${end}`;

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

describe('Q39: a period in its zone', () => {
  test.each([
    ['2026-11-24', 'day', '2026-11-23T16:00:00.000Z/2026-11-24T16:00:00.000Z'],
    ['2026-W48', 'week', '2026-11-22T16:00:00.000Z/2026-11-29T16:00:00.000Z'],
    ['2026-11', 'month', '2026-10-31T16:00:00.000Z/2026-11-30T16:00:00.000Z'],
    ['2026-Q4', 'quarter', '2026-09-30T16:00:00.000Z/2026-12-31T16:00:00.000Z'],
    ['2026', 'year', '2025-12-31T16:00:00.000Z/2026-12-31T16:00:00.000Z'],
  ])('%s is a %s of Shanghai', (label, each, expected) => {
    const period = parse(label, 'Asia/Shanghai');
    expect(period).toMatchObject({ label, cadence: each, zone: 'Asia/Shanghai' });
    expect(span(period)).toBe(expected);
  });

  test('its last millisecond is in it, its end in the next', () => {
    const november = parse('2026-11', 'Europe/Amsterdam');
    expect(periodAt('2026-11-30T22:59:59.999Z' as Instant, 'month', 'Europe/Amsterdam')).toEqual(november);
    expect(periodAt('2026-11-30T23:00:00.000Z' as Instant, 'month', 'Europe/Amsterdam').label).toBe('2026-12');
    expect(periodAt('2026-12-31T23:00:00.000Z' as Instant, 'year', 'Europe/Amsterdam').label).toBe('2027');
  });

  test.each<[string, string]>([
    ['2026-Q1', '2026-01-01/2026-04-01'],
    ['2026-Q2', '2026-04-01/2026-07-01'],
    ['2026-Q3', '2026-07-01/2026-10-01'],
    ['2026-Q4', '2026-10-01/2027-01-01'],
    ['2024-02', '2024-02-01/2024-03-01'],
    ['2026-12', '2026-12-01/2027-01-01'],
    ['2026-12-31', '2026-12-31/2027-01-01'],
  ])('%s has its first days', (label, days) => {
    expect(span(parse(label, 'UTC')).replaceAll('T00:00:00.000Z', '')).toBe(days);
  });

  test.each<[string, string]>([
    ['2015-12-31', '2015-W53'],
    ['2016-01-03', '2015-W53'],
    ['2016-01-04', '2016-W01'],
    ['2018-12-31', '2019-W01'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2023-01-01', '2022-W52'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
  ])('%s is in the ISO week %s', (day, week) => {
    expect(periodAt(`${day}T12:00:00.000Z` as Instant, 'week', 'UTC').label).toBe(week);
  });

  test('every ISO week is the one of Temporal', () => {
    fc.assert(
      fc.property(anyTime, (millis) => {
        const { yearOfWeek, weekOfYear } = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO('UTC');
        const label = `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
        expect(periodAt(instantOf(millis), 'week', 'UTC').label).toBe(label);
      }),
    );
  });
});

describe('Q39: where clocks change', () => {
  test.each<[string, string, number]>([
    ['Europe/Amsterdam', '2026-03-29', 23],
    ['Europe/Amsterdam', '2026-10-25', 25],
    ['Europe/Amsterdam', '2026-W13', 167],
    ['Europe/Amsterdam', '2026-10', 745],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['America/New_York', '2026-11', 721],
    ['Asia/Shanghai', '2026-03-29', 24],
    ['Asia/Shanghai', '1986-05-04', 23],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['Africa/Cairo', '2023-04-28', 23],
    ['America/Havana', '2025-11-02', 25],
  ])('in %s, %s has %d hours', (name, label, expected) => {
    expect(hours(parse(label, name))).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['Africa/Cairo', '2023-04-28', '2023-04-27T22:00:00.000Z'],
    ['America/Havana', '2025-11-02', '2025-11-02T04:00:00.000Z'],
  ])('in %s, %s has no midnight or two, and starts once', (name, label, start) => {
    const before = instantOf(Date.parse(start) - 1);
    expect(parse(label, name).start).toBe(start);
    expect(periodAt(before, 'day', name).end).toBe(start);
  });

  test('an hour repeated across midnight belongs to the day that had begun', () => {
    // St. John's, 2009: at 00:01 on 1 November clocks went back to 23:01 on 31 October.
    const name = 'America/St_Johns';
    const began = '2009-11-01T02:30:00.000Z' as Instant;
    expect(parse('2009-11', name).start).toBe(began);
    for (const time of ['02:30:00.000', '02:31:00.000', '03:29:59.999', '03:30:00.000']) {
      const instant = `2009-11-01T${time}Z` as Instant;
      expect(cadences.map((each) => periodAt(instant, each, name).label)).toEqual([
        '2009-11-01',
        '2009-W44',
        '2009-11',
        '2009-Q4',
        '2009',
      ]);
    }
    expect(periodAt('2009-11-01T02:29:59.999Z' as Instant, 'month', name).label).toBe('2009-10');
  });

  test('a day that a zone left out is empty, and is stepped over', () => {
    // Samoa went from 29 to 31 December 2011.
    const [before, none, after] = ['2011-12-29', '2011-12-30', '2011-12-31'].map((day) => parse(day, 'Pacific/Apia'));
    expect(none?.start).toBe(none?.end);
    expect(none).toEqual(shiftPeriod(before as Period, 1));
    expect(after).toEqual(shiftPeriod(none as Period, 1));
    expect(before).toEqual(shiftPeriod(after as Period, -2));
    expect(periodAt(after?.start as Instant, 'day', 'Pacific/Apia')).toEqual(after);
    expect(hours(parse('2011-12', 'Pacific/Apia'))).toBe(30 * 24);
  });
});

describe('the ends of time', () => {
  test.each([
    '0001',
    '9998',
    '0001-01',
    '9999-11',
    '0001-Q1',
    '9999-Q3',
    '0001-W01',
    '9999-W51',
    '0001-01-01',
    '9999-12-30',
  ])('%s is within them', (label) => {
    expect(parse(label, 'UTC').label).toBe(label);
  });

  test.each([
    '0000',
    '9999',
    '0000-12',
    '9999-12',
    '0000-Q4',
    '9999-Q4',
    '0000-W52',
    '9999-W52',
    '0000-12-31',
    '9999-12-31',
  ])('%s is not', (label) => {
    expect(left(parsePeriod(label, 'UTC'))).toEqual({ type: 'NotAPeriod', label });
  });

  test('a zone may begin year 1 before it began', () => {
    expect(left(parsePeriod('0001', 'Asia/Shanghai'))).toEqual({ type: 'NotAPeriod', label: '0001' });
    expect(parse('0001', 'America/New_York').start).toBe('0001-01-01T04:56:02.000Z');
  });

  test('beyond them periodAt and shiftPeriod throw, as they say', () => {
    const outside = /^outside the years 1 to 9999/;
    expect(() => periodAt('9999-12-31T00:00:00.000Z' as Instant, 'day', 'UTC')).toThrow(outside);
    expect(() => periodAt('0001-01-01T00:00:00.000Z' as Instant, 'day', 'America/New_York')).toThrow(outside);
    expect(() => shiftPeriod(parse('0001-01', 'UTC'), -1)).toThrow(RangeError);
    expect(() => shiftPeriod(parse('2026', 'UTC'), 1e9)).toThrow(RangeError);
    expect(() => periodAt('2026-11-24T00:00:00.000Z' as Instant, 'day', 'Mars/Base')).toThrow(RangeError);
  });
});

describe('LAW-40: what is no period', () => {
  test.each([
    '',
    '2026-',
    '26',
    '02026',
    '-2026',
    ' 2026',
    '2026 ',
    '2026\n',
    '２０２６',
    '2026-0',
    '2026-00',
    '2026-13',
    '2026-1',
    '2026-Q0',
    '2026-Q5',
    '2026-q4',
    '2026-W0',
    '2026-W00',
    '2026-W54',
    '2025-W53',
    '2026-02-29',
    '2026-11-31',
    '2026-11-00',
    '2026-11-1',
    '2026-11-24T00',
    `2026${'0'.repeat(100_000)}`,
  ])('%j', (label) => {
    expect(left(parsePeriod(label, 'UTC'))).toEqual({ type: 'NotAPeriod', label });
  });

  test('any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}(-[WQ]?\d{1,2}){0,2}$/)), (label) => {
        const period = parsePeriod(label, 'UTC');
        expect(period._tag === 'Left' || period.right.label === label).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('an unknown zone', () => {
    expect(left(parsePeriod('2026', 'Mars/Base'))).toEqual({ type: 'UnknownZone', zone: 'Mars/Base' });
    expect(left(parsePeriod('x', '+08:00'))).toEqual({ type: 'UnknownZone', zone: '+08:00' });
  });
});

test('a zone is the name of one, as IANA spells it', () => {
  const names = [
    'UTC',
    'Asia/Shanghai',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+8',
  ];
  expect(names.filter((name) => !isZone(name))).toEqual([]);
  const none = [
    '',
    'Z',
    'asia/shanghai',
    'Mars/Base',
    '+08:00',
    '-08:00',
    '08:00',
    '2026-01-01T00:00Z',
    '2026-01-01T00:00+08:00[Asia/Shanghai]',
    'Asia/Shanghai ',
    'Asia/Shanghai\u0000',
    '__proto__',
  ];
  expect(none.filter((name) => isZone(name))).toEqual([]);
});
