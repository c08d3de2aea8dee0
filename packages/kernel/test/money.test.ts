import {
  type Currency,
  Currency as CurrencyCodec,
  canonicalText,
  exponentOf,
  fromBigInt,
  type Json,
  MinorUnits,
  Money,
  minus,
  money,
  negate,
  plus,
  sum,
  zero,
} from '@millrace/kernel';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { left, right } from './support/either.js';

const CNY = 'CNY' as Currency;
const EUR = 'EUR' as Currency;
const cny = (minor: number): Money => right(money(minor, 'CNY'));

const minor = fc.oneof(
  fc.integer({ min: -1_000, max: 1_000 }),
  fc.maxSafeInteger(),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);
const amount = minor.map(cny);

describe('MON-11: an amount', () => {
  test.each([0.5, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53, -(2 ** 53), 1e21])(
    'is not made of %d',
    (value) => {
      expect(left(money(value, 'CNY'))).toEqual({ type: 'NotMinorUnits', value });
      expect(MinorUnits.is(value)).toBe(false);
      expect(Money.is({ minor: value, currency: 'CNY' })).toBe(false);
      expect(E.isLeft(Money.decode({ minor: value, currency: 'CNY' }))).toBe(true);
    },
  );

  test.each([0, 1, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])('may be %d', (value) => {
    expect(right(money(value, 'CNY'))).toEqual({ minor: value, currency: 'CNY' });
    expect(Money.is({ minor: value, currency: 'CNY' })).toBe(true);
  });

  test.each(['', 'cny', 'XYZ', 'CN', 'CNYY', '__proto__', 'toString'])('has no currency %j', (code) => {
    expect(left(money(1, code))).toEqual({ type: 'UnknownCurrency', code });
    expect(Money.is({ minor: 1, currency: code })).toBe(false);
  });

  test('is no number, text or part of one', () => {
    for (const value of [1, '1', null, { minor: 1 }, { currency: 'CNY' }, { minor: '1', currency: 'CNY' }]) {
      expect(Money.is(value)).toBe(false);
    }
  });
});

describe('MON-10: an amount', () => {
  test('is its JSON', () => {
    fc.assert(
      fc.property(amount, (one) => {
        expect(right(Money.decode(JSON.parse(canonicalText(one as unknown as Json))))).toEqual(one);
      }),
    );
  });

  test('has a sum that is exact, or none', () => {
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        const exact = amounts.reduce((total, one) => total + BigInt(one.minor), 0n);
        const safe = exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= BigInt(Number.MIN_SAFE_INTEGER);
        expect(sum(CNY, amounts)).toEqual(
          safe
            ? E.right({ minor: Number(exact), currency: CNY })
            : E.left({ type: 'AmountOutOfRange', currency: CNY, amount: exact.toString() }),
        );
      }),
    );
  });

  test('may leave the safe range on the way to a sum within it', () => {
    const most = cny(Number.MAX_SAFE_INTEGER);
    expect(right(sum(CNY, [most, most, negate(most)]))).toEqual(most);
  });

  test('has a sum at the edge of the safe range, and none beyond it', () => {
    const [most, least] = [cny(Number.MAX_SAFE_INTEGER), cny(Number.MIN_SAFE_INTEGER)];
    expect(right(plus(most, cny(0)))).toEqual(most);
    expect(left(plus(most, cny(1)))).toEqual({
      type: 'AmountOutOfRange',
      currency: 'CNY',
      amount: '9007199254740992',
    });
    expect(left(minus(least, cny(1)))).toMatchObject({ amount: '-9007199254740992' });
    expect(right(minus(most, most))).toEqual(zero(CNY));
  });

  test('of another currency is in no sum', () => {
    const euro = right(money(1, 'EUR'));
    const mismatch = { type: 'CurrencyMismatch', left: 'CNY', right: 'EUR' };
    expect(left(plus(cny(1), euro))).toEqual(mismatch);
    expect(left(minus(cny(1), euro))).toEqual(mismatch);
    expect(left(sum(CNY, [cny(1), euro, cny(1)]))).toEqual(mismatch);
    expect(left(sum(CNY, [{ ...euro, minor: 0 as MinorUnits }]))).toEqual(mismatch);
  });

  test('none at all are zero of the currency asked for', () => {
    expect(right(sum(EUR, []))).toEqual({ minor: 0, currency: 'EUR' });
    expect(zero(EUR)).toEqual({ minor: 0, currency: 'EUR' });
  });

  test.each([2n ** 53n, -(2n ** 53n), 2n ** 53n + 1n, 10n ** 40n])('%d minor units are out of range', (exact) => {
    expect(left(fromBigInt(exact, CNY))).toEqual({ type: 'AmountOutOfRange', currency: 'CNY', amount: `${exact}` });
  });
});

describe('negation', () => {
  test('is its own inverse, adds up to zero, and knows no negative zero', () => {
    fc.assert(
      fc.property(amount, (one) => {
        expect(negate(negate(one))).toEqual(one);
        expect(right(plus(one, negate(one)))).toEqual(zero(CNY));
        expect(MinorUnits.is(negate(one).minor)).toBe(true);
      }),
    );
    expect(Object.is(negate(zero(CNY)).minor, 0)).toBe(true);
  });

  test('turns a difference around', () => {
    expect(right(minus(cny(5), cny(7)))).toEqual(cny(-2));
    expect(right(minus(cny(7), cny(5)))).toEqual(cny(2));
  });
});

describe('the decimals of a currency', () => {
  /** ISO 4217, those that have not two; the others are counted. */
  const odd = {
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  };

  test.each(Object.entries(odd))('are %s for some', (decimals, codes) => {
    for (const code of codes.split(' ')) expect([code, exponentOf(code as Currency)]).toEqual([code, Number(decimals)]);
  });

  test('are two for all others, MGA and MRU too', () => {
    const known = Intl.supportedValuesOf('currency').filter((code): code is Currency => CurrencyCodec.is(code));
    const others = known.filter((code) => !Object.values(odd).some((codes) => codes.includes(code)));
    expect(others.filter((code) => exponentOf(code) !== 2)).toEqual([]);
    expect(others).toEqual(expect.arrayContaining(['CNY', 'EUR', 'USD', 'MGA', 'MRU']));
    expect(others.length).toBeGreaterThan(120);
  });
});
