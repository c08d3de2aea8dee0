import type { Term } from '@millrace/sales';
import type { Conversion } from './conversion.js';
import type { FunnelDefinition } from './definition.js';

/** A step of the funnel beside what the benchmark expects of it. */
export interface BenchmarkRow {
  readonly from: Term;
  readonly to: Term;
  /** The benchmark's ratio, as `numerator : denominator`. */
  readonly expected: { readonly numerator: number; readonly denominator: number };
  /** 95 % Wilson score interval of the actual rate, in basis points; absent without mature data. */
  readonly interval?: { readonly lowBp: number; readonly highBp: number };
  readonly verdict: 'consistent' | 'below' | 'above' | 'notEnoughMatureData';
}

/** Normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/** Fewest mature units on which a verdict is given. */
const MINIMUM = 30;

/**
 * Holds the steps of a funnel against 25 : 5 : 1 read as cohort rates.
 *
 * @source DLR-14, Q6, metrics.md section 3; E. B. Wilson (1927)
 */
export const benchmarkRows = (
  { benchmark, stages }: FunnelDefinition,
  conversions: ReadonlyArray<Conversion>,
): ReadonlyArray<BenchmarkRow> =>
  stages.slice(1).flatMap((to, i) => {
    const from = stages[i];
    const [denominator, numerator] = [benchmark[i], benchmark[i + 1]];
    const actual = conversions.find((row) => row.from === from && row.to === to);
    if (from === undefined || denominator === undefined || numerator === undefined || actual === undefined) return [];
    return [compare(actual, { numerator, denominator })];
  });

const compare = (actual: Conversion, expected: BenchmarkRow['expected']): BenchmarkRow => {
  const { from, to } = actual;
  if (actual.denominator < MINIMUM) return { from, to, expected, verdict: 'notEnoughMatureData' };
  const { low, high } = wilson(actual.numerator, actual.denominator);
  const rate = expected.numerator / expected.denominator;
  return {
    from,
    to,
    expected,
    interval: { lowBp: Math.round(low * 10_000), highBp: Math.round(high * 10_000) },
    verdict: high < rate ? 'below' : low > rate ? 'above' : 'consistent',
  };
};

const wilson = (hits: number, n: number): { readonly low: number; readonly high: number } => {
  const rate = hits / n;
  const z2 = Z * Z;
  const centre = rate + z2 / (2 * n);
  const spread = Z * Math.sqrt((rate * (1 - rate) + z2 / (4 * n)) / n);
  const scale = 1 + z2 / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
};
