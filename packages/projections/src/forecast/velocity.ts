import { type Currency, epochMillis, fromBigInt, type Instant, type Money, type MoneyError } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { halfEven } from '../half-even.js';
import { dayCounter, type PipelineUnit } from '../pipeline/index.js';
import { type MoneyOf, worthOf } from './expectation.js';

/**
 * How much a pipeline wins in a day, by experience: open projects by win rate by mean value of a win,
 * over the mean days to the outcome. Counts of wins and of outcomes cancel out.
 *
 * @source metrics.md section 2
 */
export interface Velocity {
  readonly windowDays: number;
  /** Projects open now. */
  readonly open: number;
  /** With an outcome in the window; duplicates are none. */
  readonly decided: number;
  readonly won: number;
  readonly wonValue: Money;
  /** From opening to outcome, of all decided. @units calendar days */
  readonly days: number;
  /** `open * wonValue / days`, rounded once, half to even; null where no day has passed. */
  readonly perDay: Money | null;
}

export interface VelocityQuestion {
  readonly asOf: Instant;
  readonly zone: string;
  readonly currency: Currency;
  /** Of 24 hours each; what was decided at its start is not in it, what is decided now is. */
  readonly windowDays: number;
}

const DAY = 86_400_000;

/** The velocity of the projects that stand as of an instant. */
export const velocityOf = (
  units: ReadonlyArray<PipelineUnit>,
  { asOf, zone, currency, windowDays }: VelocityQuestion,
  moneyOf: MoneyOf,
): E.Either<MoneyError, Velocity> => {
  const from = epochMillis(asOf) - windowDays * DAY;
  const daysBetween = dayCounter(zone);
  const open = units.filter(({ outcome }) => outcome === undefined).length;
  const decided = units.filter(
    ({ outcome }) => outcome !== undefined && outcome.outcome !== 'duplicate' && epochMillis(outcome.at) > from,
  );
  const won = decided.filter(({ outcome }) => outcome?.outcome === 'won');
  const days = decided.reduce((all, { openedAt, outcome }) => all + daysBetween(openedAt, outcome?.at ?? asOf), 0);
  const wonValue = worthOf(won);
  const perDay: E.Either<MoneyError, Money | null> =
    days === 0 ? E.right(null) : fromBigInt(halfEven(BigInt(open) * wonValue, BigInt(days)), currency);
  return E.map((pace: Money | null) => ({
    windowDays,
    open,
    decided: decided.length,
    won: won.length,
    wonValue: moneyOf(wonValue),
    days,
    perDay: pace,
  }))(perDay);
};
