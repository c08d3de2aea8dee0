import * as currencies from 'dinero.js/currencies';
import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type JsonCodec, struct } from './codec.js';

export interface MinorUnitsBrand {
  readonly MinorUnits: unique symbol;
}

/** A safe integer of a currency's smallest unit, below zero for what is owed back: EUR 12.34 is `1234`. */
export const MinorUnits = t.brand(
  t.number,
  (n): n is t.Branded<number, MinorUnitsBrand> => Number.isSafeInteger(n) && !Object.is(n, -0),
  'MinorUnits',
);
export type MinorUnits = t.TypeOf<typeof MinorUnits>;

export interface CurrencyBrand {
  readonly Currency: unique symbol;
}

/** The two currencies of base 5 (MGA, MRU) have two decimals in ISO 4217, where dinero.js counts one. */
const exponents: ReadonlyMap<string, number> = new Map(
  Object.values(currencies).map(({ code, exponent, base }) => [code, base === 10 ? exponent : 2]),
);

/** A currency's three letters. @source ISO 4217 */
export const Currency = t.brand(
  t.string,
  (code): code is t.Branded<string, CurrencyBrand> => exponents.has(code),
  'Currency',
);
export type Currency = t.TypeOf<typeof Currency>;

/** An amount of one currency; sums are checked and never silently wrong. */
export interface Money {
  readonly minor: MinorUnits;
  readonly currency: Currency;
}

/** An amount as it stands in events and commands. */
export const Money: JsonCodec<Money> = struct({ minor: MinorUnits, currency: Currency }, {}, 'Money');

/** Why an amount could not be made. */
export type MoneyError =
  | { readonly type: 'NotMinorUnits'; readonly value: number }
  | { readonly type: 'UnknownCurrency'; readonly code: string }
  | { readonly type: 'CurrencyMismatch'; readonly left: Currency; readonly right: Currency }
  | { readonly type: 'AmountOutOfRange'; readonly currency: Currency; readonly amount: string }
  | { readonly type: 'NotDecimal'; readonly text: string }
  | { readonly type: 'TooManyDecimals'; readonly text: string; readonly limit: number };

/** Money from a number of minor units. @source metrics.md MON-11 */
export const money = (minor: number, code: string): E.Either<MoneyError, Money> => {
  if (!Currency.is(code)) return E.left({ type: 'UnknownCurrency', code });
  return MinorUnits.is(minor) ? E.right({ minor, currency: code }) : E.left({ type: 'NotMinorUnits', value: minor });
};

/** Decimal places of a currency's minor unit: 2 for EUR, 0 for JPY. @source ISO 4217 */
export const exponentOf = (currency: Currency): number => exponents.get(currency) as number;

/** Nothing, in a currency. */
export const zero = (currency: Currency): Money => ({ minor: 0 as MinorUnits, currency });

/** Money from an exact number of minor units; out of the safe range is refused. @source metrics.md MON-10 */
export const fromBigInt = (minor: bigint, currency: Currency): E.Either<MoneyError, Money> => {
  const number = Number(minor);
  return MinorUnits.is(number)
    ? E.right({ minor: number, currency })
    : E.left({ type: 'AmountOutOfRange', currency, amount: minor.toString() });
};

/** The exact sum, or why there is none; no amounts add up to zero of `currency`. */
export const sum = (currency: Currency, amounts: Iterable<Money>): E.Either<MoneyError, Money> => {
  let total = 0n;
  for (const { minor, currency: other } of amounts) {
    if (other !== currency) return E.left({ type: 'CurrencyMismatch', left: currency, right: other });
    total += BigInt(minor);
  }
  return fromBigInt(total, currency);
};

/** `a + b`, of one currency. */
export const plus = (a: Money, b: Money): E.Either<MoneyError, Money> => sum(a.currency, [a, b]);

/** `-a`. */
export const negate = ({ minor, currency }: Money): Money => ({
  minor: (minor === 0 ? 0 : -minor) as MinorUnits,
  currency,
});

/** `a - b`, of one currency. */
export const minus = (a: Money, b: Money): E.Either<MoneyError, Money> => plus(a, negate(b));
