import { type Currency, convert, type MinorUnits, type Money, Rate } from '@millrace/kernel';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';

const money = (minor: number, currency: string): Money => ({
  minor: minor as MinorUnits,
  currency: currency as Currency,
});
const at = (minor: number, from: string, rate: string, to: string) =>
  convert(money(minor, from), rate as Rate, to as Currency);

describe('a rate of exchange', () => {
  test('is a decimal string above zero, and no float', () => {
    for (const rate of ['7.1', '0.000000000001', '1', '999999999999.999999999999']) expect(Rate.is(rate)).toBe(true);
    for (const rate of [
      '0',
      '0.0',
      '-1',
      '',
      '.5',
      '5.',
      '1e3',
      ' 1',
      '1,5',
      '0.0000000000001',
      '1000000000000',
      7.1,
    ]) {
      expect(Rate.is(rate)).toBe(false);
    }
  });

  test('converts once, half up MON-2', () => {
    expect(at(100, 'USD', '7.12345', 'CNY')).toEqual(E.right(money(712, 'CNY')));
    expect(at(1, 'USD', '0.5', 'CNY')).toEqual(E.right(money(1, 'CNY')));
    expect(at(1, 'USD', '0.499999999999', 'CNY')).toEqual(E.right(money(0, 'CNY')));
  });

  test('away from zero below it, so that what is owed back mirrors what was paid MON-7', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 9 }), fc.constantFrom('7.1', '0.5', '0.333333'), (minor, rate) => {
        const there = at(minor, 'USD', rate, 'CNY');
        const back = at(minor === 0 ? 0 : -minor, 'USD', rate, 'CNY');
        if (E.isLeft(there) || E.isLeft(back)) throw new Error('out of range');
        expect(back.right.minor + there.right.minor).toBe(0);
        expect(Object.is(back.right.minor, -0)).toBe(false);
      }),
    );
  });

  test('minds how many decimals each currency has', () => {
    expect(at(100, 'USD', '150', 'JPY')).toEqual(E.right(money(150, 'JPY')));
    expect(at(150, 'JPY', '0.0066', 'USD')).toEqual(E.right(money(99, 'USD')));
    expect(at(1_000, 'KWD', '3.25', 'USD')).toEqual(E.right(money(325, 'USD')));
  });

  test('is off by at most half a minor unit, whatever the numbers MON-2', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 9 }),
        fc.nat({ max: 10 ** 6 }),
        fc.nat({ max: 999 }),
        (minor, whole, fraction) => {
          const rate = `${whole}.${String(fraction).padStart(3, '0')}`;
          fc.pre(Rate.is(rate));
          const converted = at(minor, 'USD', rate, 'CNY');
          if (E.isLeft(converted)) return;
          const exact = BigInt(minor) * BigInt(whole * 1_000 + fraction);
          const off = BigInt(converted.right.minor) * 1_000n - exact;
          expect(off > -500n && off <= 500n).toBe(true);
        },
      ),
    );
  });

  test('that leads out of the safe range is refused, never wrong MON-10', () => {
    expect(at(Number.MAX_SAFE_INTEGER, 'USD', '7.1', 'CNY')).toEqual(
      E.left({ type: 'AmountOutOfRange', currency: 'CNY', amount: '63951114708661036' }),
    );
    expect(at(Number.MAX_SAFE_INTEGER, 'USD', '1', 'CNY')).toEqual(E.right(money(Number.MAX_SAFE_INTEGER, 'CNY')));
  });
});
