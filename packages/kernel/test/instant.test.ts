import { epochMillis, Instant, isInstant, LocalDate, later } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instants } from './support/instants.js';

const anyInstant = instants('0001-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z');

describe('an instant', () => {
  test('is UTC with three decimals and Z: whatever a clock shows is one', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(isInstant(instant)).toBe(true);
        expect(Instant.is(instant)).toBe(true);
        expect(epochMillis(instant)).toBe(Date.parse(instant));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    '0001-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '1970-01-01T00:00:00.000Z',
    '1969-12-31T23:59:59.999Z',
    '2000-02-29T12:34:56.789Z',
    '1900-02-28T00:00:00.000Z',
    '2024-02-29T00:00:00.000Z',
    '2024-03-01T00:00:00.000Z',
    '2026-04-30T00:00:00.000Z',
    '2026-12-31T23:59:59.999Z',
  ])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true);
    expect(epochMillis(text as Instant)).toBe(Date.parse(text));
  });

  test.each([
    '',
    '2026-11-24',
    '2026-11-24T09:00:00Z',
    '2026-11-24T09:00:00.00Z',
    '2026-11-24T09:00:00.0000Z',
    '2026-11-24T09:00:00.000',
    '2026-11-24T09:00:00.000z',
    '2026-11-24t09:00:00.000Z',
    '2026-11-24 09:00:00.000Z',
    '2026-11-24T09:00:00,000Z',
    '2026/11/24T09:00:00.000Z',
    '+002026-11-24T09:00:00.00',
    '2026-11-24T09:00:00+01:00',
    '2026-11-24T24:00:00.000Z',
    '2026-11-24T23:60:00.000Z',
    '2026-11-24T23:59:60.000Z',
    '2026-00-24T09:00:00.000Z',
    '2026-13-24T09:00:00.000Z',
    '2026-11-00T09:00:00.000Z',
    '2026-11-31T09:00:00.000Z',
    '2026-01-32T09:00:00.000Z',
    '2026-02-29T09:00:00.000Z',
    '1900-02-29T09:00:00.000Z',
    '2024-02-30T09:00:00.000Z',
    '2026-06-31T09:00:00.000Z',
    '2026-09-31T09:00:00.000Z',
    '0000-12-31T23:59:59.999Z',
    '２０２６-11-24T09:00:00.000Z',
    '202:-11-24T09:00:00.000Z',
    'A026-11-24T09:00:00.000Z',
    '2026-11-24T09:00:00.000Z ',
    '2026-11-24T09:00:00.000ZZ',
    '202/-11-24T09:00:00.000Z',
  ])('%j is none', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(Instant.is(text)).toBe(false);
  });

  test('compares as its text does', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, (a, b) => {
        expect(a < b).toBe(Date.parse(a) < Date.parse(b));
        expect(later(a, b)).toBe(Date.parse(a) < Date.parse(b) ? b : a);
        expect(later(b, a)).toBe(later(a, b));
      }),
    );
  });
});

test('a local date is a day that exists', () => {
  const days = ['0001-01-01', '9999-12-31', '2024-02-29', '2026-11-24'];
  expect(days.filter((day) => !LocalDate.is(day))).toEqual([]);
  const none = [
    '',
    '2026-11-24T00:00:00.000Z',
    '2026-11-31',
    '2026-02-29',
    '26-11-24',
    '2026-1-1',
    '0000-01-01',
    ' 2026-11-24',
    '2026-11-242026-11-24',
    '2026-11-24\n',
  ];
  expect(none.filter((day) => LocalDate.is(day))).toEqual([]);
});
