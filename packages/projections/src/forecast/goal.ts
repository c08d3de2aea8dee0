import { type Currency, type Documents, type Instant, type Money, type MoneyError, minus, sum } from '@millrace/kernel';
import type { CreditBasis } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type Achiever, achievements, type CreditsDocument, type LedgerDocuments } from '../credits/index.js';
import { lineFinder } from '../organisation/index.js';
import type { PeriodDocument } from '../periods/index.js';

/** What is to be sold in a period, and what was credited for it. */
export interface Goal {
  readonly target: Money;
  readonly credited: Money;
  /** What is left of the target; below zero where more was credited. */
  readonly rest: Money;
}

export interface GoalDocuments extends LedgerDocuments {
  readonly periods: Documents<PeriodDocument>;
}

export interface GoalQuestion {
  /** Only months and quarters have targets. */
  readonly period: string;
  readonly asOf: Instant;
  readonly basis: CreditBasis;
  readonly currency: Currency;
}

/**
 * The goal of the whole house: the sales targets set for units that stand under no other, together;
 * where there are none, those of persons. Credits are of the same ones. None where no target is set.
 */
export const goalOf = (
  documents: GoalDocuments,
  { period, asOf, basis, currency }: GoalQuestion,
): E.Either<MoneyError, Goal | undefined> => {
  const set = targetsIn(documents, period, asOf);
  const lineOf = lineFinder(documents.organisation);
  const topmost = set.filter(({ of }) => 'unit' in of && lineOf(of.unit).length === 1);
  const counted = topmost.length > 0 ? topmost : set.filter(({ of }) => 'person' in of);
  if (counted.length === 0) return E.right(undefined);
  const credits = creditsUntil(documents.credits, period, asOf);
  const achieved = achievements({ ...documents, credits }, { period, basis, currency });
  const sold: Array<Money> = [];
  for (const { of } of counted) {
    const one = achieved(of);
    if (E.isLeft(one)) return one;
    sold.push(one.right);
  }
  const target = sum(
    currency,
    counted.map((one) => one.target),
  );
  if (E.isLeft(target)) return target;
  const credited = sum(currency, sold);
  if (E.isLeft(credited)) return credited;
  return E.map((rest: Money): Goal => ({ target: target.right, credited: credited.right, rest }))(
    minus(target.right, credited.right),
  );
};

interface SalesTarget {
  readonly of: Achiever;
  readonly target: Money;
}

const targetsIn = ({ periods }: GoalDocuments, period: string, asOf: Instant): ReadonlyArray<SalesTarget> => {
  const state = periods.get(period)?.state;
  if (state?.phase !== 'opened' || state.openedAt > asOf) return [];
  return state.targets.flatMap(({ of, levels }) => (levels.measure === 'sales' ? [{ of, target: levels.target }] : []));
};

/** The period's credits that were effective by `asOf`; what came after the cut-off does not count. @source LOG-5 */
const creditsUntil = (
  credits: Documents<CreditsDocument>,
  period: string,
  asOf: Instant,
): Documents<CreditsDocument> => {
  const document = credits.get(period);
  if (document?.kind !== 'period') return new Map();
  const counted = document.counted.filter(({ event }) => event.effectiveAt <= asOf);
  return new Map([[period, { ...document, counted }]]);
};
