import { type Instant, streamId } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import type { EventRef } from '../receipt.js';
import type { FunnelDefinition } from './definition.js';
import { currentVisit, type Path, pathsOf, type Visit } from './path.js';
import type { FunnelDocument } from './view.js';

/** The counts of a stage that have a receipt. */
export type FunnelMeasure = 'reached' | 'touched' | 'current' | 'visits' | 'skipped';

/** One counted unit and the event that put it there. */
export interface FunnelReceiptLine extends EventRef {
  readonly customer: string;
  readonly journey: number;
}

/**
 * For each unit that a count counts, the event that put it there, sorted by customer and journey:
 * as many lines as the count says.
 */
export const funnelReceipt = (
  documents: ReadonlyMap<string, FunnelDocument>,
  definition: FunnelDefinition,
  asOf: Instant,
  stage: string,
  measure: FunnelMeasure,
): ReadonlyArray<FunnelReceiptLine> => {
  const rank = definition.stages.indexOf(stage as Term);
  if (rank < 0) return [];
  return pathsOf(documents, definition, asOf)
    .counted.flatMap((path) => visitsBehind(path, rank, measure).map((visit) => lineOf(path, visit)))
    .sort(byUnit);
};

const visitsBehind = (path: Path, rank: number, measure: FunnelMeasure): ReadonlyArray<Visit> => {
  const there = path.visits.filter((visit) => visit.rank === rank);
  const past = path.visits.filter((visit) => visit.rank >= rank);
  switch (measure) {
    case 'touched':
      return there.slice(0, 1);
    case 'visits':
      return there;
    case 'reached':
      return past.slice(0, 1);
    case 'skipped':
      return there.length === 0 ? past.slice(0, 1) : [];
    case 'current': {
      const current = currentVisit(path);
      return current?.rank === rank ? [current] : [];
    }
  }
};

const lineOf = ({ customer, journey }: Path, { by }: Visit): FunnelReceiptLine => ({
  customer,
  journey,
  stream: streamId('customer', customer),
  revision: by,
});

const byUnit = (a: FunnelReceiptLine, b: FunnelReceiptLine): number => {
  if (a.customer !== b.customer) return a.customer < b.customer ? -1 : 1;
  return a.journey - b.journey || a.revision - b.revision;
};
