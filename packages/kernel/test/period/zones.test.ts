import { epochMillis, type Instant, type Period, periodAt, shiftPeriod } from '@millrace/kernel';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { instantOf } from '../support/instants.js';
import { anyTime, cadences, parse } from '../support/periods.js';

const hours = ({ start, end }: Period): number => (epochMillis(end) - epochMillis(start)) / 3_600_000;
const span = ({ start, end }: Period): string => `${start}/${end}`;

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
