import type { Term } from '@millrace/sales';
import { zip } from 'fp-ts/lib/ReadonlyArray.js';
import type { Conversion } from './conversion.js';
import { adjacent } from './ratios.js';

/** A step of the funnel beside what the benchmark expects of it. */
export interface BenchmarkRow {
  readonly from: Term;
  readonly to: Term;
  /** The benchmark's ratio, as `numerator : denominator`. */
  readonly expected: { readonly numerator: number; readonly denominator: number };
  /** 95 % Wilson score interval of the actual rate, in basis points; absent where there is no verdict. */
  readonly interval?: { readonly lowBp: number; readonly highBp: number };
  readonly verdict: 'consistent' | 'below' | 'above' | 'notEnoughMatureData';
}

/** Normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** Fewest mature units on which a verdict is given. */
const MINIMUM = 30;

/**
 * Holds the steps of a funnel against the benchmark, 25 : 5 : 1, read as cohort rates.
 *
 * @source DLR-14, Q6, metrics.md section 3
 */
export const benchmarkRows = (
  benchmark: ReadonlyArray<number>,
  steps: ReadonlyArray<Conversion>,
): ReadonlyArray<BenchmarkRow> =>
  zip(steps, adjacent(benchmark)).map(([actual, [denominator, numerator]]) =>
    compare(actual, { numerator, denominator }),
  );

const compare = (
  { from, to, numerator, denominator }: Conversion,
  expected: BenchmarkRow['expected'],
): BenchmarkRow => {
  if (denominator < MINIMUM) return { from, to, expected, verdict: 'notEnoughMatureData' };
  const { low, high } = wilson(numerator, denominator);
  const interval = { lowBp: Math.round(low * 10_000), highBp: Math.round(high * 10_000) };
  const rate = expected.numerator / expected.denominator;
  if (high < rate) return { from, to, expected, interval, verdict: 'below' };
  return { from, to, expected, interval, verdict: low > rate ? 'above' : 'consistent' };
};

/** The score interval of a rate. @source E. B. Wilson, "Probable inference", J. Am. Stat. Assoc. 22 (1927) */
const wilson = (hits: number, n: number): { readonly low: number; readonly high: number } => {
  const rate = hits / n;
  const z2 = Z * Z;
  const centre = rate + z2 / (2 * n);
  const spread = Z * Math.sqrt((rate * (1 - rate) + z2 / (4 * n)) / n);
  const scale = 1 + z2 / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
};
