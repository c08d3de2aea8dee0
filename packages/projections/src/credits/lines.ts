import type { BusinessId, Documents, Instant, Money } from '@millrace/kernel';
import { negate } from '@millrace/kernel';
import type { CreditBasis, SaleEvent } from '@millrace/sales';
import { unitFinder } from '../organisation/index.js';
import { type CreditsDocument, cadences } from './document.js';
import { allEntries, entriesIn, type Ledger, type LedgerDocuments, ledgers } from './ledger.js';

/** A person's part of a credit, or of a reversal. */
export interface CreditLine {
  readonly sale: BusinessId;
  readonly credit: number;
  /** Revision of the event in the sale's stream. */
  readonly by: number;
  readonly at: Instant;
  readonly basis: CreditBasis;
  readonly person: BusinessId;
  /** The unit of which the person was a member at `at`; none where unassigned. */
  readonly unit: string | null;
  readonly ledger: Ledger;
  /** In the reporting currency; below zero in a reversal. */
  readonly amount: Money;
  /** The whole entry as it was agreed, where that was another currency; below zero in a reversal. */
  readonly original?: Money;
  /** The month and the quarter of `at`. */
  readonly periods: ReadonlyArray<string>;
  /** Those of them that were cut off before this was recorded. */
  readonly late: ReadonlyArray<string>;
}

/**
 * The credit ledger as flat lines: of a month or quarter, late entries included, or of the whole log.
 *
 * @source PLG-5, LDB-6, Q20
 */
export const creditLines = ({ credits, organisation }: LedgerDocuments, period?: string): ReadonlyArray<CreditLine> => {
  const unitAt = unitFinder(organisation);
  const lateOf = lateLabels(credits);
  const entries = period === undefined ? allEntries(credits) : bothIn(credits, period);
  return entries.flatMap(({ by, event }) => {
    const { data, effectiveAt: at } = event;
    const { sale, credit, basis, periods } = data;
    const original = originalOf(event);
    const late = lateOf.get(`${sale}/${by}`) ?? [];
    return ledgers.flatMap((ledger) =>
      data[ledger].map(
        ({ person, amount }): CreditLine => ({
          sale,
          credit,
          by,
          at,
          basis,
          person,
          unit: unitAt(person, at),
          ledger,
          amount,
          ...(original === undefined ? {} : { original }),
          periods,
          late,
        }),
      ),
    );
  });
};

const bothIn = (credits: Documents<CreditsDocument>, period: string) => {
  const { counted, late } = entriesIn(credits, period);
  return [...counted, ...late];
};

const originalOf = ({ type, data }: Pick<SaleEvent, 'type' | 'data'>): Money | undefined => {
  const event = { type, data } as SaleEvent;
  if (event.type === 'SaleCredited') return event.data.original?.amount;
  return event.data.original && negate(event.data.original);
};

/** The periods to which entries came late, by sale and revision; ids hold no `/`. */
const lateLabels = (credits: Documents<CreditsDocument>): ReadonlyMap<string, ReadonlyArray<string>> => {
  const labels = new Map<string, Array<string>>();
  for (const cadence of cadences) {
    const calendar = credits.get(cadence);
    for (const { sale, by, period } of calendar?.kind === 'calendar' ? calendar.late : []) {
      labels.set(`${sale}/${by}`, [...(labels.get(`${sale}/${by}`) ?? []), period]);
    }
  }
  return labels;
};
