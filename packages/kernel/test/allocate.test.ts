import { type Allotment, allocate, type Currency, type Money, money, negate, type Share } from '@millrace/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { left, right } from './support/either.js';

const cny = (minor: number): Money => right(money(minor, 'CNY'));
const total = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.maxSafeInteger()).map(cny);
const weight = fc.oneof(fc.nat(10), fc.nat({ max: Number.MAX_SAFE_INTEGER }));

const shares = fc
  .uniqueArray(fc.record({ key: fc.string({ maxLength: 3 }), weight }), {
    selector: ({ key }) => key,
    minLength: 1,
    maxLength: 8,
  })
  .filter((list) => list.some((share) => share.weight > 0));

const split = (sum: Money, list: ReadonlyArray<Share>): ReadonlyArray<Allotment> => right(allocate(sum, list));
const minors = (list: ReadonlyArray<Allotment>): ReadonlyArray<number> => list.map(({ amount }) => amount.minor);
const byKey = (list: ReadonlyArray<Allotment>) => new Map(list.map(({ key, amount }) => [key, amount.minor]));
const weigh = (...weights: ReadonlyArray<number>): ReadonlyArray<Share> =>
  weights.map((one, i) => ({ key: 'abcdefgh'.charAt(i), weight: one }));

describe('an allocation', () => {
  test('MON-1: adds up to the total', () => {
    fc.assert(
      fc.property(total, shares, (sum, list) => {
        const parts = split(sum, list);
        expect(parts.reduce((all, { amount }) => all + BigInt(amount.minor), 0n)).toBe(BigInt(sum.minor));
        expect(parts.map(({ key }) => key)).toEqual(list.map(({ key }) => key));
        expect(parts.every(({ amount }) => amount.currency === sum.currency)).toBe(true);
      }),
    );
  });

  test('MON-2: gives each part within one minor unit of its exact quota', () => {
    fc.assert(
      fc.property(total, shares, (sum, list) => {
        const weights = list.reduce((all, share) => all + BigInt(share.weight), 0n);
        split(sum, list).forEach(({ amount }, i) => {
          const off = BigInt(amount.minor) * weights - BigInt(sum.minor) * BigInt(list[i]?.weight ?? 0);
          expect(off < weights && off > -weights).toBe(true);
        });
      }),
    );
  });

  test('MON-3: gives nothing for no weight', () => {
    fc.assert(
      fc.property(total, shares, (sum, list) => {
        const parts = minors(split(sum, list));
        expect(list.flatMap((share, i) => (share.weight === 0 ? [parts[i]] : [])).every((part) => part === 0)).toBe(
          true,
        );
      }),
    );
  });

  test('MON-4: gives equal weights parts that differ by one at most', () => {
    fc.assert(
      fc.property(total, fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 8 }), (sum, each, count) => {
        const parts = minors(split(sum, weigh(...Array<number>(count).fill(each))));
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('MON-5: does not change when all weights are scaled', () => {
    const small = shares.map((list) => list.map((share) => ({ ...share, weight: share.weight % 1_000 })));
    fc.assert(
      fc.property(
        total,
        small.filter((list) => list.some((share) => share.weight > 0)),
        fc.integer({ min: 1, max: 1_000_000 }),
        (sum, list, factor) => {
          const scaled = list.map((share) => ({ ...share, weight: share.weight * factor }));
          expect(split(sum, scaled)).toEqual(split(sum, list));
        },
      ),
    );
  });

  test('MON-6: gives each key the same, in whatever order the shares come', () => {
    fc.assert(
      fc.property(total, shares, fc.func(fc.integer()), (sum, list, rank) => {
        const shuffled = [...list].sort((a, b) => rank(a.key) - rank(b.key));
        expect(byKey(split(sum, shuffled))).toEqual(byKey(split(sum, list)));
      }),
    );
  });

  test('MON-7: of what is owed back mirrors that of what is due', () => {
    fc.assert(
      fc.property(total, shares, (sum, list) => {
        const mirrored = split(sum, list).map(({ key, amount }) => ({ key, amount: negate(amount) }));
        expect(split(negate(sum), list)).toEqual(mirrored);
      }),
    );
  });

  test('MON-8: of more may give somebody less: nobody may rely on the opposite', () => {
    expect(minors(split(cny(10), weigh(6, 6, 2)))).toEqual([4, 4, 2]);
    expect(minors(split(cny(11), weigh(6, 6, 2)))).toEqual([5, 5, 1]);
  });

  test('MON-11: is of whole minor units, and knows no negative zero', () => {
    fc.assert(
      fc.property(total, shares, (sum, list) => {
        const parts = minors(split(sum, list));
        expect(parts.filter((part) => !Number.isSafeInteger(part) || Object.is(part, -0))).toEqual([]);
      }),
    );
  });
});

describe('what is left after the floors', () => {
  test.each<[number, ReadonlyArray<number>, ReadonlyArray<number>]>([
    [0, [1, 1], [0, 0]],
    [1, [1, 1, 1], [1, 0, 0]],
    [2, [1, 1, 1], [1, 1, 0]],
    [-2, [1, 1, 1], [-1, -1, 0]],
    [100, [1, 1, 1], [34, 33, 33]],
    [5, [3, 7], [2, 3]],
    [5, [7, 3], [4, 1]],
    [10, [0, 1, 0], [0, 10, 0]],
    [1, [0, 1, 1], [0, 1, 0]],
    [1, [1, 2, 3], [0, 0, 1]],
    [Number.MAX_SAFE_INTEGER, [1], [Number.MAX_SAFE_INTEGER]],
    [Number.MIN_SAFE_INTEGER, [1, 1], [-4503599627370496, -4503599627370495]],
  ])('of %d by %j goes to the largest remainders, ties to the smaller key: %j', (sum, weights, parts) => {
    expect(minors(split(cny(sum), weigh(...weights)))).toEqual(parts);
  });

  test('ties go by code units of the key, not by its place', () => {
    const list = ['ä', 'b', 'B', '10', '9'].map((key) => ({ key, weight: 1 }));
    const topped = split(cny(2), list).flatMap(({ key, amount }) => (amount.minor === 1 ? [key] : []));
    expect(topped).toEqual(['10', '9']);
  });
});

describe('nothing is allocated', () => {
  test.each<[string, ReadonlyArray<Share>, object]>([
    ['to nobody', [], { type: 'NoWeight' }],
    ['by no weight', weigh(0, 0), { type: 'NoWeight' }],
    ['by a weight below zero', weigh(1, -1), { type: 'NotAWeight', key: 'b', weight: -1 }],
    ['by a fraction', weigh(1, 0.5), { type: 'NotAWeight', key: 'b', weight: 0.5 }],
    ['by NaN', weigh(Number.NaN), { type: 'NotAWeight', key: 'a', weight: Number.NaN }],
    ['by an unsafe integer', weigh(2 ** 53), { type: 'NotAWeight', key: 'a', weight: 2 ** 53 }],
    ['twice to one', [...weigh(1), ...weigh(2)], { type: 'DoubledShare', key: 'a' }],
  ])('%s', (_, list, error) => {
    expect(left(allocate(cny(10), list))).toEqual(error);
    expect(left(allocate({ minor: 0, currency: 'EUR' as Currency } as Money, list))).toEqual(error);
  });
});
