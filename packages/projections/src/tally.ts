import { type Currency, fromBigInt, type Money, type MoneyError } from '@millrace/kernel';
import type { Either } from 'fp-ts/lib/Either.js';

/** A running sum of minor units that stays exact: what leaves the safe range is kept as a bigint. */
export interface Tally {
  minor: number;
  spilt: bigint;
}

/** Nothing yet. */
export const emptyTally = (): Tally => ({ minor: 0, spilt: 0n });

/** Adds an amount. @units minor units */
export const add = (tally: Tally, minor: number): void => {
  const sum = tally.minor + minor;
  if (Number.isSafeInteger(sum)) {
    tally.minor = sum;
    return;
  }
  tally.spilt += BigInt(tally.minor);
  tally.minor = minor;
};

/** Adds to the tally of a key. */
export const addTo = <Key>(tallies: Map<Key, Tally>, key: Key, minor: number): void => {
  const known = tallies.get(key);
  if (known !== undefined) return add(known, minor);
  tallies.set(key, { minor, spilt: 0n });
};

/** The exact sum. @units minor units */
export const exact = ({ minor, spilt }: Tally): bigint => spilt + BigInt(minor);

/** The sum as money; none where it leaves the safe range. @source MON-10 */
export const moneyOf = (tally: Tally | undefined, currency: Currency): Either<MoneyError, Money> =>
  fromBigInt(tally === undefined ? 0n : exact(tally), currency);
