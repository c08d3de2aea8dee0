import { type Currency, decimalOf, money, parseDecimal, parseWan, wanOf } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { left, right } from './support/either.js';

const currencies = fc.constantFrom('CNY', 'EUR', 'JPY', 'KWD', 'CLF', 'MGA');
const minor = fc.oneof(fc.integer({ min: -1_000, max: 1_000 }), fc.maxSafeInteger());

const fen = (text: string): number => right(parseWan(text)).minor;
const eur = (text: string): number => right(parseDecimal(text, 'EUR')).minor;

describe('Q19: an amount in 万元', () => {
  test('PLG-13: written and read again is the amount', () => {
    fc.assert(
      fc.property(minor, (value) => {
        const amount = right(money(value, 'CNY'));
        expect(right(parseWan(wanOf(amount)))).toEqual(amount);
      }),
    );
  });

  test('PLG-13: read and written again is the text, where it has no needless zeros', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?(0|[1-9]\d{0,8})(\.\d{0,5}[1-9])?$/), (text) => {
        expect(wanOf(right(parseWan(text)))).toBe(Number(text) === 0 ? '0' : text);
      }),
    );
  });

  test.each<[string, number]>([
    ['12.5', 12_500_000],
    ['1', 1_000_000],
    ['0', 0],
    ['0.000001', 1],
    ['-0.000001', -1],
    ['-12.5', -12_500_000],
    ['0012.50', 12_500_000],
    ['9007199254.740991', Number.MAX_SAFE_INTEGER],
    ['-9007199254.740991', Number.MIN_SAFE_INTEGER],
  ])('%s is %d fen', (text, value) => {
    expect(fen(text)).toBe(value);
  });

  test.each<[number, string]>([
    [0, '0'],
    [1, '0.000001'],
    [10, '0.00001'],
    [1_000_000, '1'],
    [10_000_000, '10'],
    [100_000_000, '100'],
    [12_500_000, '12.5'],
    [-12_500_000, '-12.5'],
    [Number.MAX_SAFE_INTEGER, '9007199254.740991'],
  ])('%d fen are %s', (value, text) => {
    expect(wanOf(right(money(value, 'CNY')))).toBe(text);
  });

  test('with more than six decimals would be less than a fen', () => {
    expect(left(parseWan('0.0000001'))).toEqual({ type: 'TooManyDecimals', text: '0.0000001', limit: 6 });
    expect(left(parseWan('1.0000000'))).toMatchObject({ type: 'TooManyDecimals' });
  });

  test('is of CNY: of another currency it is a defect', () => {
    expect(right(parseWan('1')).currency).toBe('CNY');
    expect(() => wanOf(right(money(1, 'EUR')))).toThrow(new RangeError('万元 are of CNY, not of EUR'));
  });
});

describe('an amount in the major unit', () => {
  test('MON-10: written and read again is the amount, in every currency', () => {
    fc.assert(
      fc.property(minor, currencies, (value, code) => {
        const amount = right(money(value, code));
        expect(right(parseDecimal(decimalOf(amount), code))).toEqual(amount);
      }),
    );
  });

  test.each<[string, string, number]>([
    ['12.34', 'EUR', 1_234],
    ['12.3', 'EUR', 1_230],
    ['12', 'EUR', 1_200],
    ['-0.01', 'EUR', -1],
    ['12', 'JPY', 12],
    ['1.234', 'KWD', 1_234],
    ['1.2345', 'CLF', 12_345],
    ['1.23', 'MGA', 123],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %d minor units', (text, code, value) => {
    expect(right(parseDecimal(text, code))).toEqual({ minor: value, currency: code });
  });

  test.each<[number, string, string]>([
    [1_234, 'EUR', '12.34'],
    [-1_234, 'EUR', '-12.34'],
    [5, 'EUR', '0.05'],
    [-5, 'EUR', '-0.05'],
    [0, 'EUR', '0.00'],
    [12, 'JPY', '12'],
    [-12, 'JPY', '-12'],
    [1, 'KWD', '0.001'],
  ])('%d minor units of %s are %s', (value, code, text) => {
    expect(decimalOf(right(money(value, code)))).toBe(text);
  });

  test.each<[string, string, number]>([
    ['1.234', 'EUR', 2],
    ['1.0', 'JPY', 0],
    ['1.00000', 'CLF', 4],
  ])('%s %s has too many decimals', (text, code, limit) => {
    expect(left(parseDecimal(text, code))).toEqual({ type: 'TooManyDecimals', text, limit });
  });

  test('out of the safe range is refused with its exact amount, never rounded', () => {
    expect(left(parseDecimal('90071992547409.92', 'EUR'))).toEqual({
      type: 'AmountOutOfRange',
      currency: 'EUR' as Currency,
      amount: '9007199254740992',
    });
    expect(left(parseWan('-9007199254.740992'))).toMatchObject({ type: 'AmountOutOfRange' });
  });

  test('of no known currency is refused', () => {
    expect(left(parseDecimal('1', 'XYZ'))).toEqual({ type: 'UnknownCurrency', code: 'XYZ' });
  });
});

describe('MON-11: a decimal', () => {
  test('may have a minus, which is nothing before zero, and leading zeros', () => {
    for (const text of ['0', '-0', '-0.00', '0.0', '000', '00000.00']) expect(Object.is(eur(text), 0)).toBe(true);
    expect(eur('007')).toBe(700);
    expect(eur('-007.5')).toBe(-750);
  });

  test.each([
    '',
    ' ',
    '-',
    '.',
    '+1',
    '--1',
    '1.',
    '.5',
    '-.5',
    '1e3',
    '1E3',
    '1,000',
    '1 000',
    '1_000',
    ' 1',
    '1 ',
    '1\n',
    '0x10',
    '1.2.3',
    '１２',
    '1２',
    '١',
    '½',
    '∞',
    'NaN',
    'Infinity',
    '1n',
    '1.-5',
    '1\u0000',
  ])('is none: %j', (text) => {
    expect(left(parseDecimal(text, 'EUR'))).toEqual({ type: 'NotDecimal', text });
    expect(left(parseWan(text))).toEqual({ type: 'NotDecimal', text });
  });

  test('LAW-40: has at most 64 characters, and a longer one is not looked at', () => {
    expect(eur(`${'0'.repeat(60)}1.25`.slice(-64))).toBe(125);
    expect(left(parseDecimal('9'.repeat(64), 'EUR'))).toMatchObject({ type: 'AmountOutOfRange' });
    expect(left(parseDecimal('0'.repeat(65), 'EUR'))).toEqual({ type: 'NotDecimal', text: '0'.repeat(64) });
    expect(left(parseWan('9'.repeat(10_000_000)))).toEqual({ type: 'NotDecimal', text: '9'.repeat(64) });
  });

  test('LAW-40: any text has an answer, and a number only where it is one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?\d{0,20}\.?\d{0,8}$/)), currencies, (text, code) => {
        const parsed = parseDecimal(text, code);
        expect(parsed._tag === 'Left' || Number(decimalOf(parsed.right)) === Number(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
