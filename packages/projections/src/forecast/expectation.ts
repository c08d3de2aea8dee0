import type { Instant, Money } from '@millrace/kernel';
import { halfEven } from '../half-even.js';
import { CERTAIN, type PipelineUnit, probabilityOf, type Worth } from '../pipeline/index.js';

/** What open projects are worth, and what may be expected of them. */
export interface Expectation extends Worth {
  /** Each amount by its probability, all together rounded once, half to even. @source GAT-10 */
  readonly weighted: Money;
  /** Those without an amount. */
  readonly unvalued: number;
  /** Those of which nobody assessed the probability: they weigh nothing. */
  readonly unassessed: number;
}

/** Makes money of minor units that are in the safe range. */
export type MoneyOf = (minor: bigint) => Money;

/** What projects are worth together. @units minor units */
export const worthOf = (units: ReadonlyArray<PipelineUnit>): bigint =>
  units.reduce((all, { amount }) => all + BigInt(amount?.minor ?? 0), 0n);

/** The sum of amounts by their probabilities, exact. @units minor units by basis points */
export const productsOf = (units: ReadonlyArray<PipelineUnit>, asOf: Instant): bigint =>
  units.reduce((all, unit) => all + BigInt(unit.amount?.minor ?? 0) * BigInt(probabilityOf(unit, asOf) ?? 0), 0n);

/** Takes products back to minor units, rounded once. */
export const weightOf = (products: bigint): bigint => halfEven(products, BigInt(CERTAIN));

/** What may be expected of these. */
export const expectationOf = (units: ReadonlyArray<PipelineUnit>, asOf: Instant, moneyOf: MoneyOf): Expectation => ({
  count: units.length,
  value: moneyOf(worthOf(units)),
  weighted: moneyOf(weightOf(productsOf(units, asOf))),
  unvalued: units.filter(({ amount }) => amount === undefined).length,
  unassessed: units.filter((unit) => probabilityOf(unit, asOf) === undefined).length,
});
