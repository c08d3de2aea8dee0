import type * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type Currency, exponentOf, fromBigInt, type Money, type MoneyError } from './money.js';

export interface RateBrand {
  readonly Rate: unique symbol;
}

/** A rate of exchange, exact: units of the one currency for one unit of the other, as a decimal string above zero. */
export const Rate = t.brand(
  t.string,
  (s): s is t.Branded<string, RateBrand> => /^\d{1,12}(?:\.\d{1,12})?$/.test(s) && /[1-9]/.test(s),
  'Rate',
);
export type Rate = t.TypeOf<typeof Rate>;

/** `amount` in another currency, rounded half up (half away from zero below it) to its minor unit, once. */
export const convert = ({ minor, currency }: Money, rate: Rate, to: Currency): E.Either<MoneyError, Money> => {
  const [whole = '', fraction = ''] = rate.split('.');
  const numerator = BigInt(Math.abs(minor)) * BigInt(whole + fraction) * 10n ** BigInt(exponentOf(to));
  const denominator = 10n ** BigInt(fraction.length + exponentOf(currency));
  const rounded = (2n * numerator + denominator) / (2n * denominator);
  return fromBigInt(minor < 0 ? -rounded : rounded, to);
};
