import { type Instant, streamId } from '@millrace/kernel';
import type { EventRef } from '../receipt.js';
import { standingAt } from '../since.js';
import type { Beginning, Holding, OwnershipDocument } from './view.js';

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
    if (holding.temporary) counts.temporary += 1;
    if (holding.person === null) counts.pool += 1;
    else portfolios.set(holding.person, (portfolios.get(holding.person) ?? 0) + 1);
  }
  return { ...counts, byCustodian: new Map([...portfolios].sort(([a], [b]) => (a < b ? -1 : 1))) };
};

/** A stretch of one holder, `[from, to)`; `to` is undefined while it lasts. */
export interface CustodyInterval extends EventRef {
  readonly person: string | null;
  readonly temporary: boolean;
  readonly began: Beginning;
  readonly reason: string | null;
  readonly from: Instant;
  readonly to: Instant | undefined;
}

/** Who held one customer, in order and without gaps; those of no length are kept. @source OWN-2, Q30 */
export const custodyIntervals = (
  documents: ReadonlyMap<string, OwnershipDocument>,
  customer: string,
  asOf: Instant,
): ReadonlyArray<CustodyInterval> => {
  const holdings = (documents.get(customer)?.holdings ?? []).filter(({ at }) => at <= asOf);
  return holdings.map((holding: Holding, i) => ({
    stream: streamId('customer', customer),
    revision: holding.by,
    person: holding.person,
    temporary: holding.temporary,
    began: holding.began,
    reason: holding.reason,
    from: holding.at,
    to: holdings[i + 1]?.at,
  }));
};
