import * as E from 'fp-ts/lib/Either.js';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Longest text that is taken for a number. */
const MAX_LENGTH = 64;

/**
 * The exact sum of decimal numbers, as one without trailing zeros; else which of them is none.
 *
 * ASCII digits, a minus for what is below zero, a digit on both sides of the point, blanks around it.
 */
export const sumOfDecimals = (texts: ReadonlyArray<string>): E.Either<number, string> => {
  let [total, places] = [0n, 0];
  for (const [i, text] of texts.entries()) {
    const match = text.length > MAX_LENGTH ? null : DECIMAL.exec(text.trim());
    if (match === null) return E.left(i);
    const [, sign = '', whole = '', fraction = ''] = match;
    if (fraction.length > places) {
      total *= 10n ** BigInt(fraction.length - places);
      places = fraction.length;
    }
    total += BigInt(`${sign}${whole}${fraction.padEnd(places, '0')}`);
  }
  return E.right(written(total, places));
};

const written = (total: bigint, places: number): string => {
  const sign = total < 0n ? '-' : '';
  const digits = (total < 0n ? -total : total).toString().padStart(places + 1, '0');
  const [whole, fraction] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
  const kept = fraction.replace(/0+$/, '');
  return `${sign}${whole}${kept === '' ? '' : `.${kept}`}`;
};
