import type { Currency, Documents, Instant } from '@millrace/kernel';
import type { CreditBasis } from '@millrace/sales';
import { allEntries, type CreditsDocument } from '../credits/index.js';
import { buyersOf, type FunnelDefinition, type JourneyPath } from '../funnel/index.js';
import type { Span } from '../timeline.js';

/** Buyers of the mature cohort, and what they were credited for, refunds taken off. */
export interface BuyerRevenue {
  readonly buyers: number;
  /** @units minor units of the reporting currency */
  readonly revenue: bigint;
}

/** The buyers among mature units, and the revenue of their customers: of each customer once. */
export const buyerRevenue = (
  paths: ReadonlyArray<JourneyPath>,
  credits: Documents<CreditsDocument>,
  question: {
    readonly definition: FunnelDefinition;
    readonly asOf: Instant;
    readonly basis: CreditBasis;
    readonly currency: Currency;
    readonly span?: Span | undefined;
  },
): BuyerRevenue => {
  const buyers = buyersOf(paths, question);
  const customers = new Set(buyers.map(({ customer }) => customer));
  let revenue = 0n;
  for (const { event } of allEntries(credits)) {
    const { customer, basis, amount } = event.data;
    if (customer === undefined || !customers.has(customer)) continue;
    if (event.effectiveAt > question.asOf || basis !== question.basis || amount.currency !== question.currency)
      continue;
    revenue += event.type === 'SaleCredited' ? BigInt(amount.minor) : -BigInt(amount.minor);
  }
  return { buyers: buyers.length, revenue };
};
