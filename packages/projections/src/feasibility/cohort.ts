import type { Documents, Instant } from '@millrace/kernel';
import type { CreditBasis } from '@millrace/sales';
import type { CreditsDocument } from '../credits/view.js';
import { buyersOf } from '../funnel/conversion.js';
import type { FunnelDefinition } from '../funnel/definition.js';
import type { Path } from '../funnel/path.js';
import type { Span } from '../timeline.js';

/** Buyers of the mature cohort, and what they were credited for, refunds taken off. */
export interface BuyerRevenue {
  readonly buyers: number;
  /** @units minor units of the reporting currency */
  readonly revenue: bigint;
}

/** The buyers among mature units, and the revenue of their customers: of each customer once. */
export const buyerRevenue = (
  paths: ReadonlyArray<Path>,
  credits: Documents<CreditsDocument>,
  question: {
    readonly definition: FunnelDefinition;
    readonly asOf: Instant;
    readonly basis: CreditBasis;
    readonly span?: Span | undefined;
  },
): BuyerRevenue => {
  const buyers = buyersOf(paths, question);
  const customers = new Set(buyers.map(({ customer }) => customer));
  let revenue = 0n;
  for (const [key, document] of credits) {
    // Every credit stands in one month and one quarter: the months hold each once.
    if (document.kind !== 'period' || key.includes('Q')) continue;
    for (const { at, type, data } of [...document.counted, ...document.late]) {
      if (data.customer === undefined || !customers.has(data.customer)) continue;
      if (at > question.asOf || data.basis !== question.basis) continue;
      revenue += type === 'SaleCredited' ? BigInt(data.amount.minor) : -BigInt(data.amount.minor);
    }
  }
  return { buyers: buyers.length, revenue };
};
