import type { Instant, Period } from '@millrace/kernel';
import type { BoardMeasure, CreditBasis } from '@millrace/sales';
import { entriesIn, entryLists, type Ledger } from '../credits/index.js';
import { custodianAt, entriesTo, pathsOf } from '../funnel/index.js';
import { isIn } from '../timeline.js';
import type { BoardDocuments, BoardQuestion } from './question.js';

/** Takes in that something counted for a person, or for the pool: money in minor units, or one. */
export type Visit = (person: string | null, at: Instant, worth: number) => void;

/** What is counted. */
export interface Counting extends Pick<BoardQuestion, 'asOf' | 'currency' | 'funnel'> {
  /** None for all time. */
  readonly period: Period | undefined;
  readonly basis: CreditBasis;
}

/** Goes through everything that a measure counts, in no order that means anything. */
export const eachMark = (
  documents: BoardDocuments,
  measure: Exclude<BoardMeasure, 'attainment'>,
  counting: Counting,
  visit: Visit,
): void => {
  switch (measure) {
    case 'credited':
      return eachPart(documents, 'revenue', counting, visit);
    case 'overlay':
    case 'referral':
      return eachPart(documents, measure, counting, visit);
    case 'prospects':
      return eachEntry(documents, 0, counting, visit);
    case 'shoppers':
      return eachEntry(documents, 1, counting, visit);
    case 'buyers':
      return eachEntry(documents, counting.funnel.stages.length - 1, counting, visit);
  }
};

const eachPart = (documents: BoardDocuments, ledger: Ledger, counting: Counting, visit: Visit): void => {
  const { basis, currency, asOf } = counting;
  const { lists, span } = entriesOf(documents, counting);
  for (const list of lists) {
    for (const { event } of list) {
      const { data, effectiveAt } = event;
      if (data.basis !== basis || effectiveAt > asOf || (span !== undefined && !isIn(effectiveAt, span))) continue;
      for (const { person, amount } of data[ledger]) {
        if (amount.currency === currency) visit(person, effectiveAt, amount.minor);
      }
    }
  }
};

/** Of a month or quarter, what counts in it; of any other stretch, whatever is dated in it. */
const entriesOf = ({ credits }: BoardDocuments, { period }: Counting) =>
  period?.cadence === 'month' || period?.cadence === 'quarter'
    ? { lists: [entriesIn(credits, period.label).counted], span: undefined }
    : { lists: entryLists(credits), span: period };

/** Entries to a stage, of who had custody then. @source DLR-13, FUN-15 */
const eachEntry = (documents: BoardDocuments, rank: number, { period, asOf, funnel }: Counting, visit: Visit): void => {
  for (const path of pathsOf(documents.funnel, funnel, asOf).counted) {
    for (const entry of entriesTo(path, rank, funnel)) {
      if (period === undefined || isIn(entry.from, period)) {
        visit(custodianAt(path.document, entry), entry.from, 1);
      }
    }
  }
};
