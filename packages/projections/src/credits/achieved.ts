import type { Currency, Documents, Money, MoneyError } from '@millrace/kernel';
import type { CreditBasis } from '@millrace/sales';
import type { Either } from 'fp-ts/lib/Either.js';
import { lineFinder, unitFinder } from '../organisation/index.js';
import { addTo, moneyOf, type Tally } from '../tally.js';
import { type CreditEntry, type CreditsDocument, cadenceOf } from './document.js';
import { entriesIn, type LedgerDocuments } from './ledger.js';

/** What is counted as achieved. */
export interface AchievedQuestion {
  /** A month or quarter. */
  readonly period: string;
  readonly basis: CreditBasis;
  readonly currency: Currency;
  /**
   * In hindsight: late entries posted in this period, or in one that is cut off already, count too.
   * Left out, only what was recorded before the cut-off counts.
   */
  readonly postedUpTo?: string | undefined;
  /** The same without what is posted in this period. */
  readonly postedBefore?: string | undefined;
}

/** Whose. */
export type Achiever = { readonly person: string } | { readonly unit: string };

/**
 * Revenue credited in a month or quarter, by person and by unit: read once, asked for many.
 *
 * A unit's includes what people of its descendants earned; a credit belongs to the unit of which its
 * person was a member at the credit's effective time.
 *
 * @source PLG-1, PLG-6, PLG-14, Q20
 */
export const achievements = (
  { credits, organisation }: LedgerDocuments,
  question: AchievedQuestion,
): ((of: Achiever) => Either<MoneyError, Money>) => {
  const { basis, currency } = question;
  const unitAt = unitFinder(organisation);
  const lineOf = lineFinder(organisation);
  const persons = new Map<string, Tally>();
  const units = new Map<string, Tally>();
  for (const { event } of countedIn(credits, question)) {
    if (event.data.basis !== basis) continue;
    for (const { person, amount } of event.data.revenue) {
      if (amount.currency !== currency) continue;
      addTo(persons, person, amount.minor);
      const unit = unitAt(person, event.effectiveAt);
      if (unit !== null) for (const one of lineOf(unit)) addTo(units, one, amount.minor);
    }
  }
  return (of) => moneyOf('person' in of ? persons.get(of.person) : units.get(of.unit), currency);
};

/** What one person, or one unit, achieved in a month or quarter. @source PLG-1 */
export const achieved = (
  documents: LedgerDocuments,
  of: Achiever,
  question: AchievedQuestion,
): Either<MoneyError, Money> => achievements(documents, question)(of);

const countedIn = (
  credits: Documents<CreditsDocument>,
  { period, postedUpTo, postedBefore }: AchievedQuestion,
): ReadonlyArray<CreditEntry> => {
  const { counted, late } = entriesIn(credits, period);
  if ((postedUpTo ?? postedBefore) === undefined || late.length === 0) return counted;
  const calendar = credits.get(cadenceOf(period));
  const { periods, late: postings } = calendar?.kind === 'calendar' ? calendar : { periods: [], late: [] };
  const isTaken = (label: string): boolean =>
    label === postedUpTo || (label !== postedBefore && periods.some((one) => one.cutOff && one.period === label));
  const posted = new Set(
    postings
      .filter((one) => one.period === period && one.postedIn !== null && isTaken(one.postedIn))
      .map(({ sale, by }) => `${sale}/${by}`),
  );
  return [...counted, ...late.filter(({ by, event }) => posted.has(`${event.data.sale}/${by}`))];
};
