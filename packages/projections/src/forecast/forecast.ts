import type { Currency, Documents, Instant, Money, MoneyError, Period } from '@millrace/kernel';
import type { CreditBasis } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { openedProjects } from '../opened-projects.js';
import { CERTAIN, moneyMaker, type PipelineDocument, type Share, type Worth } from '../pipeline/index.js';
import { isIn } from '../timeline.js';
import { daysOf, expectedAt } from './close.js';
import { type Expectation, expectationOf, type MoneyOf, productsOf, weightOf, worthOf } from './expectation.js';
import { type Goal, type GoalDocuments, goalOf } from './goal.js';
import { type Slippage, slippageOf } from './slippage.js';
import { type Velocity, velocityOf } from './velocity.js';

/** What a period will bring, as of an instant. Every figure is rounded once from its own exact sum. */
export interface Forecast {
  readonly period: string;
  readonly currency: Currency;
  /** Won in the period. */
  readonly won: Worth;
  /** Open, and expected to close in the period. */
  readonly open: Expectation;
  /** Open, and nobody said when it is expected to close. */
  readonly undated: Expectation;
  /** Of what is won and of the weights of what is open. */
  readonly total: Money;
  /** Null where none is set. */
  readonly target: Money | null;
  readonly credited: Money | null;
  /** What is open over what is left of the target; null where that is not known, or nothing. @units minor units */
  readonly coverage: { readonly raw: Share | null; readonly weighted: Share | null };
  readonly velocity: Velocity;
  readonly slippage: ReadonlyArray<Slippage>;
}

/** What a forecast is derived from: the documents of the views of those names. */
export interface ForecastDocuments extends GoalDocuments {
  readonly pipeline: Documents<PipelineDocument>;
}

export interface ForecastQuestion {
  /** Any stretch of the calendar. */
  readonly period: Pick<Period, 'label' | 'start' | 'end' | 'zone'>;
  /** Effective time: what is later has not happened. */
  readonly asOf: Instant;
  /** Of every amount. */
  readonly currency: Currency;
  /** On which credits count. */
  readonly basis: CreditBasis;
  /** How far back experience goes: a quarter, when left out. */
  readonly windowDays?: number | undefined;
}

const QUARTER = 91;

/** The forecast of a period, over the projects of all templates. @source metrics.md section 2, GAT-10, LOG-5 */
export const forecastOf = (
  documents: ForecastDocuments,
  { period, asOf, currency, basis, windowDays = QUARTER }: ForecastQuestion,
): E.Either<MoneyError, Forecast> => {
  const { label, zone } = period;
  const units = openedProjects(documents.pipeline, asOf);
  const made = moneyMaker(
    units.flatMap(({ amount }) => amount ?? []),
    currency,
  );
  if (E.isLeft(made)) return made;
  const moneyOf: MoneyOf = made.right;
  const goal = goalOf(documents, { period: label, asOf, basis, currency });
  if (E.isLeft(goal)) return goal;

  const days = daysOf(period, zone);
  const won = units.filter(({ outcome }) => outcome?.outcome === 'won' && isIn(outcome.at, period));
  const standing = units
    .filter(({ outcome }) => outcome === undefined)
    .map((unit) => ({ unit, on: expectedAt(unit.document, asOf) }));
  const due = standing.flatMap(({ unit, on }) => (on !== undefined && days.first <= on && on < days.end ? unit : []));
  const undated = standing.flatMap(({ unit, on }) => (on === undefined ? unit : []));
  const open = expectationOf(due, asOf, moneyOf);

  return E.map(
    (velocity: Velocity): Forecast => ({
      period: label,
      currency,
      won: { count: won.length, value: moneyOf(worthOf(won)) },
      open,
      undated: expectationOf(undated, asOf, moneyOf),
      total: moneyOf(weightOf(worthOf(won) * BigInt(CERTAIN) + productsOf(due, asOf))),
      target: goal.right?.target ?? null,
      credited: goal.right?.credited ?? null,
      coverage: { raw: over(open.value, goal.right), weighted: over(open.weighted, goal.right) },
      velocity,
      slippage: slippageOf(documents.pipeline, days, asOf),
    }),
  )(velocityOf(units, { asOf, zone, currency, windowDays }, moneyOf));
};

const over = ({ minor }: Money, goal: Goal | undefined): Share | null =>
  goal !== undefined && goal.rest.minor > 0 ? { numerator: minor, denominator: goal.rest.minor } : null;
