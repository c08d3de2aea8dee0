import * as E from 'fp-ts/lib/Either.js';
import type { MinorUnits, Money } from './money.js';

/** A share's key, which settles ties, and its weight: a safe integer, zero or more. */
export interface Share {
  readonly key: string;
  readonly weight: number;
}

/** What a share gets. */
export interface Allotment {
  readonly key: string;
  readonly amount: Money;
}

/** Why nothing can be allocated. */
export type AllocationError =
  | { readonly type: 'NotAWeight'; readonly key: string; readonly weight: number }
  | { readonly type: 'DoubledShare'; readonly key: string }
  | { readonly type: 'NoWeight' };

interface Quota {
  readonly key: string;
  readonly floor: bigint;
  readonly remainder: bigint;
}

/**
 * Splits `total` by weight so that the parts add up to it exactly.
 *
 * Each share gets the floor of its exact quota; what is left goes, one minor unit each, to the
 * largest remainders, ties to the smaller key by code units. A negative total mirrors the positive
 * one. More total may mean less for one share (the Alabama paradox): do not rely on the opposite.
 *
 * @source metrics.md section 5, MON-1..8; A. Hamilton's method of apportionment (1792)
 */
export const allocate = (
  total: Money,
  shares: ReadonlyArray<Share>,
): E.Either<AllocationError, ReadonlyArray<Allotment>> => {
  const refusal = refuse(shares);
  if (refusal !== undefined) return E.left(refusal);

  const weights = shares.reduce((all, { weight }) => all + BigInt(weight), 0n);
  if (weights === 0n) return E.left({ type: 'NoWeight' });

  const sign = total.minor < 0 ? -1n : 1n;
  const magnitude = sign * BigInt(total.minor);
  const quotas = shares.map(({ key, weight }): Quota => {
    const exact = magnitude * BigInt(weight);
    return { key, floor: exact / weights, remainder: exact % weights };
  });
  const left = magnitude - quotas.reduce((all, { floor }) => all + floor, 0n);
  const topped = new Set([...quotas].sort(byRemainder).slice(0, Number(left)));

  return E.right(
    quotas.map((quota) => ({
      key: quota.key,
      amount: {
        // A part is no larger than the total, so it is a safe integer too; 0n has no sign to keep.
        minor: Number(sign * (quota.floor + (topped.has(quota) ? 1n : 0n))) as MinorUnits,
        currency: total.currency,
      },
    })),
  );
};

const byRemainder = (a: Quota, b: Quota): number => {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
  return a.key < b.key ? -1 : 1;
};

const refuse = (shares: ReadonlyArray<Share>): AllocationError | undefined => {
  const keys = new Set<string>();
  for (const { key, weight } of shares) {
    if (!Number.isSafeInteger(weight) || weight < 0) return { type: 'NotAWeight', key, weight };
    if (keys.has(key)) return { type: 'DoubledShare', key };
    keys.add(key);
  }
  return undefined;
};
