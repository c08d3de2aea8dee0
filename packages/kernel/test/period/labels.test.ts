import { type Instant, isZone, parsePeriod, periodAt, shiftPeriod } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { left } from '../support/either.js';
import { parse } from '../support/periods.js';

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
