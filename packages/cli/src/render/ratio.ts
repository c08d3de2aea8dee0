/** An exact ratio of counts. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** A ratio as a percentage, rounded half up to one decimal; a dash where there is nothing to divide by. */
export const percent = ({ numerator, denominator }: Ratio): string =>
  denominator === 0 ? '–' : `${rounded({ numerator: 100 * numerator, denominator }, 1).toFixed(1)} %`;

/** A ratio not below zero, rounded half up to so many decimals, once. */
export const rounded = ({ numerator, denominator }: Ratio, decimals: number): number => {
  const scale = 10n ** BigInt(decimals);
  const twice = 2n * scale * BigInt(numerator) + BigInt(denominator);
  return Number(twice / (2n * BigInt(denominator))) / Number(scale);
};
