import { type Currency, fromBigInt, type Money, type MoneyError } from '@millrace/kernel';
import type { CreditBasis } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { byTextOf } from '../count.js';
import { unitFinder } from '../organisation/index.js';
import { add, addTo, emptyTally, exact, type Tally } from '../tally.js';
import { allEntries, entriesIn, type LedgerDocuments } from './ledger.js';

/** What somebody's or something's credits come to. */
export interface Sum {
  readonly id: string;
  readonly amount: Money;
}

/** One currency's revenue three ways. */
export interface Reconciliation {
  readonly currency: Currency;
  /** As the sales' own events say it, before it is split. */
  readonly total: Money;
  readonly bySale: ReadonlyArray<Sum>;
  readonly byPerson: ReadonlyArray<Sum>;
  /** By direct members: what a descendant earned is its own. */
  readonly byUnit: ReadonlyArray<Sum>;
  /** Of persons who belonged to no unit. */
  readonly unassigned: Money;
  /** Sales, persons, and units with what is unassigned, come to the same. */
  readonly agrees: boolean;
}

/** Of which credits. */
export interface ReconciliationQuestion {
  /** A month or quarter, of which what was recorded before the cut-off counts; all there is, when left out. */
  readonly period?: string | undefined;
  /** On one basis, or on all. */
  readonly basis?: CreditBasis | undefined;
}

/** Credits by sale = by person = by unit + unassigned, per currency. @source PLG-5, LDB-6 */
export const reconciliation = (
  { credits, organisation }: LedgerDocuments,
  { period, basis }: ReconciliationQuestion,
): E.Either<MoneyError, ReadonlyArray<Reconciliation>> => {
  const unitAt = unitFinder(organisation);
  const books = new Map<Currency, Book>();
  for (const { event } of period === undefined ? allEntries(credits) : entriesIn(credits, period).counted) {
    const { data, effectiveAt } = event;
    if (basis !== undefined && data.basis !== basis) continue;
    const sign = event.type === 'SaleCredited' ? 1 : -1;
    addTo(bookOf(books, data.amount.currency).sales, data.sale, sign * data.amount.minor);
    for (const { person, amount } of data.revenue) {
      const book = bookOf(books, amount.currency);
      addTo(book.persons, person, amount.minor);
      const unit = unitAt(person, effectiveAt);
      if (unit === null) add(book.unassigned, amount.minor);
      else addTo(book.units, unit, amount.minor);
    }
  }
  const all: Array<Reconciliation> = [];
  for (const [currency, book] of [...books].sort(byTextOf(([code]) => code))) {
    const closed = closedBook(currency, book);
    if (E.isLeft(closed)) return closed;
    all.push(closed.right);
  }
  return E.right(all);
};

interface Book {
  readonly sales: Map<string, Tally>;
  readonly persons: Map<string, Tally>;
  readonly units: Map<string, Tally>;
  readonly unassigned: Tally;
}

const bookOf = (books: Map<Currency, Book>, currency: Currency): Book => {
  const known = books.get(currency);
  if (known !== undefined) return known;
  const book = { sales: new Map(), persons: new Map(), units: new Map(), unassigned: emptyTally() };
  books.set(currency, book);
  return book;
};

const closedBook = (currency: Currency, book: Book): E.Either<MoneyError, Reconciliation> => {
  const [sales, persons, units] = [totalOf(book.sales), totalOf(book.persons), totalOf(book.units)];
  const rest = exact(book.unassigned);
  const bySale = sumsOf(book.sales, currency);
  if (E.isLeft(bySale)) return bySale;
  const byPerson = sumsOf(book.persons, currency);
  if (E.isLeft(byPerson)) return byPerson;
  const byUnit = sumsOf(book.units, currency);
  if (E.isLeft(byUnit)) return byUnit;
  const total = fromBigInt(sales, currency);
  if (E.isLeft(total)) return total;
  const unassigned = fromBigInt(rest, currency);
  if (E.isLeft(unassigned)) return unassigned;
  return E.right({
    currency,
    total: total.right,
    bySale: bySale.right,
    byPerson: byPerson.right,
    byUnit: byUnit.right,
    unassigned: unassigned.right,
    agrees: sales === persons && persons === units + rest,
  });
};

const totalOf = (tallies: ReadonlyMap<string, Tally>): bigint =>
  [...tallies.values()].reduce((total, tally) => total + exact(tally), 0n);

const sumsOf = (tallies: ReadonlyMap<string, Tally>, currency: Currency): E.Either<MoneyError, ReadonlyArray<Sum>> => {
  const sums: Array<Sum> = [];
  for (const [id, tally] of [...tallies].sort(byTextOf(([key]) => key))) {
    const amount = fromBigInt(exact(tally), currency);
    if (E.isLeft(amount)) return amount;
    sums.push({ id, amount: amount.right });
  }
  return E.right(sums);
};
