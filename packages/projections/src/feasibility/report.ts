import type { Documents, Instant, Money } from '@millrace/kernel';
import type { CreditBasis, Term } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { CreditsDocument } from '../credits/index.js';
import {
  conversions,
  currentVisit,
  type FunnelDefinition,
  type FunnelDocument,
  type JourneyPath,
  pathsOf,
} from '../funnel/index.js';
import { type Span, standingAt } from '../timeline.js';
import { type BuyerRevenue, buyerRevenue } from './cohort.js';
import { add, ceil, type Fraction, fraction, inverse, times } from './fraction.js';

/** What has to be sold, and by which experience that is judged. */
export interface FeasibilityQuestion {
  readonly definition: FunnelDefinition;
  readonly asOf: Instant;
  readonly target: Money;
  /** Credited towards the target so far. */
  readonly credited: Money;
  readonly basis: CreditBasis;
  /** Only cohorts that began in it; all of them, when left out. */
  readonly span?: Span | undefined;
  /** Whose customers are the stock; everybody's, when left out. Rates and revenue are the whole organisation's. */
  readonly holders?: ReadonlySet<string> | undefined;
}

/** What a stage below the last has, and what it would take. */
export interface FeasibilityStage {
  readonly id: Term;
  /** Units that stand in it now. */
  readonly stock: number;
  /** Units it takes to make the buyers, by the rates from here to the last stage. @source FUN-20 */
  readonly needed: bigint;
  /** The rate from here to the last stage. */
  readonly rate: Fraction;
}

/** Whether the stock of prospects and shoppers can meet a target. @source DLR-35 */
export interface Feasibility {
  readonly missing: Money;
  readonly cohort: BuyerRevenue;
  /** Buyers it takes, exactly, and in whole buyers. */
  readonly buyers: { readonly exact: Fraction; readonly needed: bigint };
  readonly stages: ReadonlyArray<FeasibilityStage>;
  /** Buyers that the present stock makes by those rates. */
  readonly expected: Fraction;
  /** Whether that is enough. */
  readonly feasible: boolean;
}

/** There is nothing to judge by: no mature unit bought, or a step was never made. */
export type NotEnoughMatureData =
  | { readonly type: 'NotEnoughMatureData'; readonly lacking: 'sale'; readonly cohort: BuyerRevenue }
  | { readonly type: 'NotEnoughMatureData'; readonly lacking: 'rate'; readonly from: Term; readonly to: Term };

/** The feasibility of a target, from the documents of the funnel and of the credits. */
export const feasibility = (
  documents: { readonly funnel: Documents<FunnelDocument>; readonly credits: Documents<CreditsDocument> },
  question: FeasibilityQuestion,
): E.Either<NotEnoughMatureData, Feasibility> => {
  const { definition, asOf, target, credited, holders } = question;
  const { counted } = pathsOf(documents.funnel, definition, asOf);
  const cohort = buyerRevenue(counted, documents.credits, { ...question, currency: target.currency });
  if (cohort.buyers === 0 || cohort.revenue <= 0n) {
    return E.left({ type: 'NotEnoughMatureData', lacking: 'sale', cohort });
  }
  const { steps } = conversions(counted, question);
  const never = steps.find(({ numerator }) => numerator === 0);
  if (never !== undefined) {
    return E.left({ type: 'NotEnoughMatureData', lacking: 'rate', from: never.from, to: never.to });
  }

  const missing = Math.max(0, target.minor - credited.minor);
  const exact = fraction(BigInt(missing) * BigInt(cohort.buyers), cohort.revenue);
  const needed = ceil(exact);
  const stages = steps.map(({ from }, rank): FeasibilityStage => {
    const rate = steps
      .slice(rank)
      .reduce((all, step) => times(all, fraction(BigInt(step.numerator), BigInt(step.denominator))), ONE);
    return {
      id: from,
      stock: stockOf(counted, rank, asOf, holders),
      needed: ceil(times(fraction(needed, 1n), inverse(rate))),
      rate,
    };
  });
  const expected = stages.reduce((all, { stock, rate }) => add(all, times(fraction(BigInt(stock), 1n), rate)), NONE);
  return E.right({
    missing: { ...target, minor: missing as Money['minor'] },
    cohort,
    buyers: { exact, needed },
    stages,
    expected,
    feasible: expected.numerator >= needed * expected.denominator,
  });
};

const ONE = fraction(1n, 1n);
const NONE = fraction(0n, 1n);

/** Units that stand in a stage, of the customers of those who are asked for. */
const stockOf = (
  paths: ReadonlyArray<JourneyPath>,
  rank: number,
  asOf: Instant,
  holders: ReadonlySet<string> | undefined,
): number =>
  paths.filter((path) => {
    if (currentVisit(path)?.rank !== rank) return false;
    const holder = standingAt(path.document.custody, asOf)?.state ?? null;
    return holders === undefined || (holder !== null && holders.has(holder));
  }).length;
