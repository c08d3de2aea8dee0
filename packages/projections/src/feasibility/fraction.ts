/** An exact number, in lowest terms; the denominator is above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** `numerator / denominator` in lowest terms. @throws RangeError for a denominator that is not above zero: a defect. */
export const fraction = (numerator: bigint, denominator: bigint): Fraction => {
  if (denominator <= 0n) throw new RangeError(`a fraction over ${denominator}`);
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
};

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** `a * b`. */
export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

/** `a + b`. */
export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

/** One over a number above zero. */
export const inverse = ({ numerator, denominator }: Fraction): Fraction => fraction(denominator, numerator);

/** The least integer that is not below a number which is not below zero. */
export const ceil = ({ numerator, denominator }: Fraction): bigint => (numerator + denominator - 1n) / denominator;
