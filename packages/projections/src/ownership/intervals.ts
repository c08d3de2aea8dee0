import { type Instant, streamId } from '@millrace/kernel';
import type { Handover } from '../custody.js';
import type { EventRef } from '../receipt.js';
import type { OwnershipDocument } from './document.js';

/** A stretch of one holder, `[from, to)`; `to` is undefined while it lasts. The event named began it. */
export interface CustodyInterval extends EventRef, Handover {
  readonly temporary: boolean;
  readonly from: Instant;
  readonly to: Instant | undefined;
}

/**
 * Who held one customer up to `asOf`, in order and without gaps; intervals of no length are kept.
 * None before the customer was entered.
 *
 * @source OWN-2, Q30
 */
export const custodyIntervals = (
  documents: ReadonlyMap<string, OwnershipDocument>,
  customer: string,
  asOf: Instant,
): ReadonlyArray<CustodyInterval> => {
  const holdings = (documents.get(customer)?.holdings ?? []).filter(({ at }) => at <= asOf);
  return holdings.map(({ at, by, person, began, reason }, i) => ({
    stream: streamId('customer', customer),
    revision: by,
    person,
    temporary: began === 'temporaryStarted',
    began,
    reason,
    from: at,
    to: holdings[i + 1]?.at,
  }));
};
