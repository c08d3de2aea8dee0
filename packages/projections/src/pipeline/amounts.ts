import { type Currency, type MinorUnits, type Money, type MoneyError, negate, sum } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

/**
 * Makes money of sums of parts of `amounts`. They are of one currency, and all of them together are in
 * the safe range: so is every part.
 *
 * @source MON-10
 */
export const moneyMaker = (
  amounts: ReadonlyArray<Money>,
  currency: Currency,
): E.Either<MoneyError, (minor: bigint) => Money> =>
  E.map(
    () =>
      (minor: bigint): Money => ({ minor: Number(minor) as MinorUnits, currency }),
  )(
    sum(
      currency,
      amounts.map((amount) => (amount.minor < 0 ? negate(amount) : amount)),
    ),
  );
