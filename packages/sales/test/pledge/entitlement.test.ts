import type { Currency, MinorUnits, Money } from '@millrace/kernel';
import { donationOf, type IncentiveRule, rewardOf, type Terms } from '@millrace/sales';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';

const cny = (minor: number): Money => ({ minor: minor as MinorUnits, currency: 'CNY' as Currency });
const amount = fc.oneof(fc.nat({ max: 5_000 }), fc.nat({ max: 1_000_000_000 }));

/** Contiguous tiers from nothing on, the last without an end. */
const tiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 4 }),
    fc.array(fc.nat({ max: 20_000 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([cuts, rates]) => {
    const bounds = [0, ...cuts.sort((a, b) => a - b)];
    return bounds.map((from, i) => ({ from, to: bounds[i + 1] ?? null, rateBp: rates[i] ?? 0 }));
  });

const reward = (mode: IncentiveRule['mode'], of: IncentiveRule['tiers'], achieved: number): number => {
  const earned = rewardOf({ mode, tiers: of }, cny(achieved));
  if (E.isLeft(earned)) throw new Error('out of range');
  return earned.right.minor;
};

/** Tenths of a thousandth of a fen, added up fen by fen. */
const slowly = (of: IncentiveRule['tiers'], achieved: number): bigint => {
  let sum = 0n;
  for (let minor = 0; minor < achieved; minor++) {
    sum += BigInt(of.find(({ from, to }) => from <= minor && (to === null || minor < to))?.rateBp ?? 0);
  }
  return sum;
};

describe('tiers', () => {
  test('marginal: each fen earns the rate of the tier it lies in, rounded half up once MON-9', () => {
    fc.assert(
      fc.property(tiers, fc.nat({ max: 6_000 }), (of, achieved) => {
        expect(BigInt(reward('marginal', of, achieved))).toBe((slowly(of, achieved) * 2n + 10_000n) / 20_000n);
      }),
    );
  });

  test('marginal: never falls, and one fen more earns no more than the highest rate of it MON-9', () => {
    fc.assert(
      fc.property(tiers, amount, (of, achieved) => {
        const step = reward('marginal', of, achieved + 1) - reward('marginal', of, achieved);
        expect(step).toBeGreaterThanOrEqual(0);
        expect(step).toBeLessThanOrEqual(Math.ceil(Math.max(...of.map(({ rateBp }) => rateBp)) / 10_000) + 1);
      }),
    );
  });

  test('whole period: everything earns the rate of the one tier reached, and jumps where a tier begins MON-9', () => {
    fc.assert(
      fc.property(tiers, amount, (of, achieved) => {
        const reached = of.filter(({ from, to }) => from <= achieved && (to === null || achieved < to));
        expect(reached.length).toBe(1);
        const rate = BigInt(reached[0]?.rateBp ?? 0);
        expect(BigInt(reward('wholePeriod', of, achieved))).toBe((BigInt(achieved) * rate * 2n + 10_000n) / 20_000n);
      }),
    );
    const jump = [
      { from: 0, to: 10_000, rateBp: 100 },
      { from: 10_000, to: null, rateBp: 200 },
    ];
    expect([9_999, 10_000].map((achieved) => reward('wholePeriod', jump, achieved))).toEqual([100, 200]);
    expect([9_999, 10_000].map((achieved) => reward('marginal', jump, achieved))).toEqual([100, 100]);
  });

  test('earn nothing where more was refunded than credited MON-9', () => {
    expect(reward('marginal', [{ from: 0, to: null, rateBp: 10_000 }], -1)).toBe(0);
    expect(reward('wholePeriod', [{ from: 0, to: null, rateBp: 10_000 }], -1)).toBe(0);
  });

  test('that lead out of the safe range are refused, never wrong MON-10', () => {
    const beyond = rewardOf(
      { mode: 'marginal', tiers: [{ from: 0, to: null, rateBp: 10_001 }] },
      cny(Number.MAX_SAFE_INTEGER),
    );
    expect(beyond).toMatchObject({ left: { type: 'AmountOutOfRange', currency: 'CNY' } });
  });
});

describe('the donation of a missed pledge', () => {
  const terms = (target: number, donation: number, donationRule: Terms['donationRule']): Terms =>
    ({ target: cny(target), donation: cny(donation), donationRule }) as Terms;
  const due = (of: Terms, achieved: number) => donationOf(of, cny(achieved)).minor;

  test('all or nothing: nothing from the target on, all of it one fen below PLG-1 PLG-2 Q17', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), amount, (target, donation) => {
        const of = terms(target, donation, 'allOrNothing');
        expect([target - 1, target, target + 1].map((achieved) => due(of, achieved))).toEqual([donation, 0, 0]);
      }),
    );
  });

  test('proportional: within 0 and what was pledged, never more for more achieved, floored PLG-2', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        amount,
        fc.integer({ min: -50, max: 6_000 }),
        (target, donation, achieved) => {
          const of = terms(target, donation, 'proportional');
          const now = due(of, achieved);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(now).toBeLessThanOrEqual(donation);
          expect(due(of, achieved + 1)).toBeLessThanOrEqual(now);
          const missing = target - Math.min(target, Math.max(0, achieved));
          expect(BigInt(now)).toBe((BigInt(donation) * BigInt(missing)) / BigInt(target));
        },
      ),
    );
  });
});
