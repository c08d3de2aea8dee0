import { type Instant, streamId } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import { byText } from '../count.js';
import type { EventRef } from '../receipt.js';
import type { FunnelDefinition } from './definition.js';
import type { FunnelDocument } from './document.js';
import { currentVisit, type JourneyPath, type Path, pathsOf, reachOf, type Visit } from './path.js';

/** The counts of a stage that have a receipt. */
export type FunnelMeasure = 'reached' | 'touched' | 'current' | 'visits' | 'skipped';

/** One counted unit and the event that put it there; a correction names the move it corrects. */
export interface FunnelReceiptLine extends EventRef {
  readonly customer: string;
  readonly journey: number;
}

/** Which number of a funnel is asked for. */
export interface FunnelNumber {
  readonly stage: string;
  readonly measure: FunnelMeasure;
}

/**
 * For each unit that a count counts, the event that put it there, sorted by customer and journey:
 * as many lines as the count says. None for a stage that the definition does not have.
 */
export const funnelReceipt = (
  documents: ReadonlyMap<string, FunnelDocument>,
  { definition, asOf }: { readonly definition: FunnelDefinition; readonly asOf: Instant },
  { stage, measure }: FunnelNumber,
): ReadonlyArray<FunnelReceiptLine> => {
  const rank = definition.stages.indexOf(stage as Term);
  if (rank < 0) return [];
  return pathsOf(documents, definition, asOf)
    .counted.flatMap((path) => visitsBehind(path, rank, measure).map((visit) => lineOf(path, visit)))
    .sort(byUnit);
};

const visitsBehind = (path: Path, rank: number, measure: FunnelMeasure): ReadonlyArray<Visit> => {
  const there = path.visits.filter((visit) => visit.rank === rank);
  switch (measure) {
    case 'touched':
      return there.slice(0, 1);
    case 'visits':
      return there;
    case 'reached':
      return one(reachOf(path, rank));
    case 'skipped':
      return there.length === 0 ? one(reachOf(path, rank)) : [];
    case 'current':
      return one(currentVisit(path)).filter((visit) => visit.rank === rank);
  }
};

const one = (visit: Visit | undefined): ReadonlyArray<Visit> => (visit === undefined ? [] : [visit]);

const lineOf = ({ customer, journey }: JourneyPath, { by }: Visit): FunnelReceiptLine => ({
  customer,
  journey,
  stream: streamId('customer', customer),
  revision: by,
});

const byUnit = (a: FunnelReceiptLine, b: FunnelReceiptLine): number =>
  byText(a.customer, b.customer) || a.journey - b.journey || a.revision - b.revision;
