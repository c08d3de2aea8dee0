import type { Instant } from '@millrace/kernel';
import { addOne, sorted } from '../count.js';
import { standingAt } from '../timeline.js';
import type { OwnershipDocument } from './document.js';

/** Who holds what as of an instant; portfolios and pool add up to the customers. @source OWN-1, OWN-11 */
export interface OwnershipReport {
  /** Customers entered and not erased; lost and won ones included. */
  readonly customers: number;
  readonly pool: number;
  /** Customers under temporary custody; they are in their manager's portfolio. */
  readonly temporary: number;
  /** Transfers from one custodian to another so far. */
  readonly transfers: number;
  /** Customers by holder, sorted by person. */
  readonly byCustodian: ReadonlyMap<string, number>;
}

/** The whole of ownership, from the documents of {@link ownershipView}. */
export const ownershipReport = (documents: ReadonlyMap<string, OwnershipDocument>, asOf: Instant): OwnershipReport => {
  const counts = { customers: 0, pool: 0, temporary: 0, transfers: 0 };
  const portfolios = new Map<string, number>();
  for (const { holdings } of documents.values()) {
    const holding = standingAt(holdings, asOf);
    if (holding === undefined) continue;
    counts.customers += 1;
    counts.transfers += holdings.filter(({ began, at }) => began === 'transferred' && at <= asOf).length;
    if (holding.began === 'temporaryStarted') counts.temporary += 1;
    if (holding.person === null) counts.pool += 1;
    else addOne(portfolios, holding.person);
  }
  return { ...counts, byCustodian: sorted(portfolios) };
};
