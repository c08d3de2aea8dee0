import * as E from 'fp-ts/lib/Either.js';
import { Currency, exponentOf, fromBigInt, type Money, type MoneyError } from './money.js';

/**
 * Money from a decimal string of the currency's major unit, `"12.34"`; exact, never through a float.
 *
 * ASCII digits, at most 64 characters, a minus for what is below zero; no plus, exponent, blank or
 * separator of thousands, and a digit on both sides of the point. Leading zeros mean nothing.
 */
export const parseDecimal = (text: string, code: string): E.Either<MoneyError, Money> =>
  Currency.is(code) ? parseScaled(text, exponentOf(code), code) : E.left({ type: 'UnknownCurrency', code });

const CNY = 'CNY' as Currency;

/**
 * Money from a decimal string of ten thousand yuan (万元): `"12.5"` is 12 500 000 fen.
 *
 * @source requirements ORG-26, Q19: 1 万元 = 1 000 000 fen, so at most 6 decimals
 */
export const parseWan = (text: string): E.Either<MoneyError, Money> => parseScaled(text, 6, CNY);

/**
 * An amount of CNY in 万元 as a decimal string without trailing zeros; the inverse of {@link parseWan}.
 *
 * @throws RangeError for another currency.
 */
export const wanOf = ({ minor, currency }: Money): string => {
  if (currency !== CNY) throw new RangeError(`万元 are of CNY, not of ${currency}`);
  return decimal(minor, 6).replace(/\.?0+$/, '');
};

/** An amount in its major unit as a decimal string, `"12.34"`; the inverse of {@link parseDecimal}. */
export const decimalOf = ({ minor, currency }: Money): string => decimal(minor, exponentOf(currency));

const MAX_LENGTH = 64;

const parseScaled = (text: string, places: number, currency: Currency): E.Either<MoneyError, Money> => {
  const match = text.length > MAX_LENGTH ? null : /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return E.left({ type: 'NotDecimal', text: text.slice(0, MAX_LENGTH) });
  const [, whole, fraction = ''] = match;
  if (fraction.length > places) return E.left({ type: 'TooManyDecimals', text, limit: places });
  return fromBigInt(BigInt(`${whole}${fraction.padEnd(places, '0')}`), currency);
};

const decimal = (minor: number, places: number): string => {
  const digits = Math.abs(minor)
    .toString()
    .padStart(places + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};
