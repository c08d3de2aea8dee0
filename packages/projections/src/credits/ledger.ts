import type { Documents } from '@millrace/kernel';
import type { OrganisationDocument } from '../organisation/index.js';
import { type CreditEntry, type CreditsDocument, cadenceOf } from './document.js';

/** Three ledgers beside each other; only revenue adds up to the sales. @source PLG-4 */
export const ledgers = ['revenue', 'overlay', 'referral'] as const;
export type Ledger = (typeof ledgers)[number];

/** What the credit ledger is read from: {@link creditsView} and {@link organisationView}. */
export interface LedgerDocuments {
  readonly credits: Documents<CreditsDocument>;
  readonly organisation: Documents<OrganisationDocument>;
}

/** The entries of one month or quarter. */
export interface PeriodEntries {
  readonly counted: ReadonlyArray<CreditEntry>;
  /** Recorded after the cut-off. */
  readonly late: ReadonlyArray<CreditEntry>;
}

/** What falls in a month or quarter. */
export const entriesIn = (credits: Documents<CreditsDocument>, period: string): PeriodEntries => {
  const document = credits.get(period);
  return document?.kind === 'period' ? document : { counted: [], late: [] };
};

/** Every entry there is, once, list by list: the months part the ledger, and so do the quarters. */
export const entryLists = (credits: Documents<CreditsDocument>): ReadonlyArray<ReadonlyArray<CreditEntry>> =>
  [...credits].flatMap(([key, document]) =>
    document.kind === 'period' && cadenceOf(key) === 'month' ? [document.counted, document.late] : [],
  );

/** Every entry there is, once. */
export const allEntries = (credits: Documents<CreditsDocument>): ReadonlyArray<CreditEntry> =>
  entryLists(credits).flat();
