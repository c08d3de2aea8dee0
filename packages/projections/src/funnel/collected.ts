import type { Instant } from '@millrace/kernel';
import { standingAt } from '../timeline.js';
import type { FunnelDocument } from './document.js';

/** Prospects by the latest state of their record; the four add up to `total`. @source DLR-34, FUN-17 */
export interface Collected {
  readonly total: number;
  readonly pending: number;
  readonly rejected: number;
  /** Accepted and not yet entered. */
  readonly accepted: number;
  readonly entered: number;
}

/** Counts the records that had been begun by `asOf`, duplicates included. */
export const collected = (documents: ReadonlyMap<string, FunnelDocument>, asOf: Instant): Collected => {
  const counts = { total: 0, pending: 0, rejected: 0, accepted: 0, entered: 0 };
  for (const { record } of documents.values()) {
    const standing = standingAt(record, asOf);
    if (standing === undefined) continue;
    counts.total += 1;
    counts[standing.state] += 1;
  }
  return counts;
};
