import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTimeFormat } from '../../src/recipe/time-format.js';
import { dateReader, timeReader } from '../../src/recipe/times.js';

const amsterdam = timeReader('iso', 'Europe/Amsterdam');

describe('iso times', () => {
  test.each([
    ['2011-10-01T00:38:44.546+02:00', '2011-09-30T22:38:44.546Z'],
    ['2011-10-01 00:38:44+0200', '2011-09-30T22:38:44.000Z'],
    ['2011-10-01T00:38+02', '2011-09-30T22:38:00.000Z'],
    ['2011-10-01T00:38:44Z', '2011-10-01T00:38:44.000Z'],
    [' 2011-10-01T00:38:44Z ', '2011-10-01T00:38:44.000Z'],
    ['2011-10-01T00:38:44', '2011-09-30T22:38:44.000Z'],
    ['2011-10-01 00:38', '2011-09-30T22:38:00.000Z'],
    ['2011-10-01', '2011-09-30T22:00:00.000Z'],
    ['2011-12-01', '2011-11-30T23:00:00.000Z'],
    ['2011-10-01T00:38:44,5', '2011-09-30T22:38:44.500Z'],
  ])('%s is %s', (text, instant) => {
    expect(amsterdam(text)).toBe(instant);
  });

  test('what is finer than a millisecond is cut off, never rounded up', () => {
    expect(amsterdam('2011-10-01T00:00:00.999999999Z')).toBe('2011-10-01T00:00:00.999Z');
  });

  test.each([
    '',
    'yesterday',
    '2011-02-29',
    '2011-13-01',
    '2011-10-01T24:00:00Z',
    '2011-10-01T25:00:00',
    '2011-10-01T00:60:00+02:00',
    '2011-10-01T00:38:44 Europe/Amsterdam',
    '01/10/2011',
    '20111001',
    '2011-1-1',
    '12011-10-01T00:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-05:00',
    '2011-10-01T00:38:44+02:00[Europe/Amsterdam]',
  ])('"%s" is none', (text) => {
    expect(amsterdam(text)).toBeUndefined();
  });

  test('where clocks go back the earlier of two moments is meant; an offset says which', () => {
    expect(amsterdam('2011-10-30T02:30:00')).toBe('2011-10-30T00:30:00.000Z');
    expect(amsterdam('2011-10-30T02:30:00+01:00')).toBe('2011-10-30T01:30:00.000Z');
  });

  test('where clocks go forward it is the time they would have shown', () => {
    expect(amsterdam('2012-03-25T02:30:00')).toBe('2012-03-25T01:30:00.000Z');
    expect(amsterdam('2012-03-25T03:30:00')).toBe('2012-03-25T01:30:00.000Z');
  });

  test('any moment written with any offset is itself again', () => {
    const moment = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, minutes) => {
        const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const offset = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
        expect(amsterdam(local + offset)).toBe(at.toISOString());
      }),
    );
  });
});

describe('times in a format', () => {
  test.each([
    ['dd/MM/yyyy HH:mm', '01/10/2011 00:38', '2011-09-30T22:38:00.000Z'],
    ['dd/MM/yyyy HH:mm', '1/10/2011 0:38', '2011-09-30T22:38:00.000Z'],
    ['MM/dd/yyyy', '10/01/2011', '2011-09-30T22:00:00.000Z'],
    ['yyyyMMddHHmmssSSS', '20111001003844546', '2011-09-30T22:38:44.546Z'],
    ['yyyy.MM.dd', '2011.10.01', '2011-09-30T22:00:00.000Z'],
    ['[yyyy] (MM) $dd^', '[2011] (10) $1^', '2011-09-30T22:00:00.000Z'],
    ['yyyy年MM月dd日', '2011年10月1日', '2011-09-30T22:00:00.000Z'],
  ])('%s reads %s', (format, text, instant) => {
    expect(timeReader(format, 'Europe/Amsterdam')(text)).toBe(instant);
  });

  test.each([
    ['dd/MM/yyyy', '2011-10-01'],
    ['dd/MM/yyyy', '32/01/2011'],
    ['dd/MM/yyyy', '29/02/2011'],
    ['dd/MM/yyyy', '01/10/11'],
    ['dd/MM/yyyy', '01/10/2011 10:00'],
    ['yyyy.MM.dd', '2011-10-01'],
    ['dd/MM/yyyy HH:mm', '01/10/2011 24:00'],
    ['yyyyMMdd', '2011101'],
    ['yyyyMMdd', '201111'],
  ])('%s does not read %s', (format, text) => {
    expect(timeReader(format, 'UTC')(text)).toBeUndefined();
  });

  test('a format says year, month and day, and nothing twice', () => {
    for (const format of ['iso', 'dd/MM/yyyy', 'yyyyMMddHHmmssSSS', 'dd\nMM\nyyyy'.replaceAll('\n', ' ')]) {
      expect(isTimeFormat(format), format).toBe(true);
    }
    for (const format of [
      '',
      'ISO',
      'dd/MM',
      'MM/yyyy',
      'dd/yyyy',
      'yyyy',
      'dd/MM/yy',
      'dd/MM/yyyy dd',
      'yyyyMMdd yyyy',
      'SSSSSS ddMMyyyy',
    ]) {
      expect(isTimeFormat(format), format).toBe(false);
    }
  });
});

describe('calendar days', () => {
  test('are read as they stand, in no zone', () => {
    expect(dateReader('iso')('2011-10-01')).toBe('2011-10-01');
    expect(dateReader('iso')(' 2011-10-01T23:59 ')).toBe('2011-10-01');
    expect(dateReader('dd.MM.yyyy')('1.10.2011')).toBe('2011-10-01');
  });

  test('are none where there is no such day', () => {
    expect(dateReader('iso')('2011-02-30')).toBeUndefined();
    expect(dateReader('dd.MM.yyyy')('30.2.2011')).toBeUndefined();
    expect(dateReader('iso')('soon')).toBeUndefined();
  });
});
