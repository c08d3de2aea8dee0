/** From shares to exact splits, and from splits to their reversal. @source metrics.md section 5, PLG-4 */
import { type AllocationError, allocate, type Currency, type Money } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { refuse } from '../checks.js';
import type { Shares } from './commands.js';
import type { Split } from './events.js';
import type { Check, Ledger, SaleRefusal } from './refusals.js';

/** Shares by weight; amounts, once they add up to the sale's own, serve as weights. */
export const weightsOf = (shares: Shares, agreed: Money): Check<ReadonlyArray<Weighted>> => {
  if (shares.length === 0) return refuse({ type: 'NoShares' });
  const weights: Array<Weighted> = [];
  const amounts: Array<Money> = [];
  for (const share of shares) {
    if ('weight' in share) weights.push(share);
    else {
      if (share.amount.minor < 0) {
        return refuse({ type: 'ShareBelowZero', ledger: 'revenue', person: share.person, minor: share.amount.minor });
      }
      amounts.push(share.amount);
      weights.push({ person: share.person, weight: share.amount.minor });
    }
  }
  if (amounts.length === 0) return E.right(weights);
  const foreign = amounts.find(({ currency }) => currency !== agreed.currency);
  if (foreign !== undefined) {
    return refuse({ type: 'MixedCurrencies', expected: agreed.currency, found: foreign.currency });
  }
  const total = amounts.reduce((all, { minor }) => all + BigInt(minor), 0n);
  return total === BigInt(agreed.minor) && amounts.length === shares.length
    ? E.right(weights)
    : refuse({ type: 'SplitsDoNotAddUp', expected: agreed.minor, actual: total.toString() });
};

/** A person and what the share weighs. */
export interface Weighted {
  readonly person: Split['person'];
  readonly weight: number;
}

/** `total` shared out by weight to the last minor unit: largest remainder, ties by person. */
export const splitsOf = (total: Money, weights: ReadonlyArray<Weighted>): Check<ReadonlyArray<Split>> => {
  const allotted = allocate(
    total,
    weights.map(({ person, weight }) => ({ key: person, weight })),
  );
  if (E.isLeft(allotted)) return E.left(refusalOf(allotted.left));
  return E.right(
    weights.map(({ person, weight }, i) => ({ person, weight, amount: allotted.right[i]?.amount ?? total })),
  );
};

const refusalOf = (error: AllocationError): SaleRefusal => {
  switch (error.type) {
    case 'NotAWeight':
      return { type: 'NotAWeight', person: error.key, weight: error.weight };
    case 'DoubledShare':
      return { type: 'DoubledShare', ledger: 'revenue', person: error.key };
    case 'NoWeight':
      return { type: 'NoShares' };
  }
};

/** Amounts beside the sale: each by itself, one a person. */
export const sideSplits = (
  ledger: Ledger,
  shares: ReadonlyArray<{ readonly person: Split['person']; readonly amount: Money }>,
  toReporting: (amount: Money) => Check<Money>,
): Check<ReadonlyArray<Split>> => {
  const splits: Array<Split> = [];
  for (const { person, amount } of shares) {
    if (splits.some((split) => split.person === person)) return refuse({ type: 'DoubledShare', ledger, person });
    if (amount.minor < 0) return refuse({ type: 'ShareBelowZero', ledger, person, minor: amount.minor });
    const converted = toReporting(amount);
    if (E.isLeft(converted)) return converted;
    splits.push({ person, weight: amount.minor, amount: converted.right });
  }
  return E.right(splits);
};

/**
 * What taking back from `before` to `after` of `whole` takes from each split: by cumulative difference,
 * so that refunds that add up to the whole negate every split exactly.
 */
export const reversedSplits = (
  splits: ReadonlyArray<Split>,
  { whole, before, after }: { readonly whole: number; readonly before: number; readonly after: number },
): ReadonlyArray<Split> =>
  splits.map(({ person, weight, amount }) => ({
    person,
    weight,
    amount: withMinor(amount, partOf(amount.minor, before, whole) - partOf(amount.minor, after, whole)),
  }));

/** The part of `amount` that belongs to `part` of `whole`, rounded down. */
const partOf = (amount: number, part: number, whole: number): number =>
  Number((BigInt(amount) * BigInt(part)) / BigInt(whole));

const withMinor = (amount: Money, minor: number): Money => ({ ...amount, minor: (minor + 0) as Money['minor'] });

/** The cumulative shares of revenue after `reversed` of a credit was taken back, as splits of what that takes now. */
export const reversedRevenue = (
  splits: ReadonlyArray<Split>,
  { before, after, currency }: { readonly before: number; readonly after: number; readonly currency: Currency },
): Check<ReadonlyArray<Split>> => {
  const upTo = (minor: number): Check<ReadonlyArray<Split>> =>
    minor === 0
      ? E.right(splits.map((split) => ({ ...split, amount: withMinor(split.amount, 0) })))
      : splitsOf({ minor: minor as Money['minor'], currency }, splits);
  const first = upTo(before);
  if (E.isLeft(first)) return first;
  const second = upTo(after);
  if (E.isLeft(second)) return second;
  return E.right(
    splits.map((split, i) => ({
      ...split,
      amount: withMinor(split.amount, (first.right[i]?.amount.minor ?? 0) - (second.right[i]?.amount.minor ?? 0)),
    })),
  );
};
