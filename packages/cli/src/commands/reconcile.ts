import type { Reconciliation } from '@millrace/projections';
import type { CreditBasis } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { ReconciliationAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { readPeriod } from '../options.js';
import { jsonOf } from '../render/json.js';
import { amountOf, areWhole, figureOf } from '../render/money.js';
import { type Answer, type AskingOptions, type Ended, line, reading, type Session, table } from '../session.js';
import { periodIsOpened } from './known.js';

export interface ReconcileOptions extends Omit<AskingOptions, 'asOf'> {
  readonly period: string;
  readonly basis?: CreditBasis;
}

/** `millrace reconcile`: the credits of a period by sale, by person and by unit, which come to the same. */
export const reconcile = async (session: Session, options: ReconcileOptions): Promise<Ended> => {
  const { basis } = options;
  const period = readPeriod(options.period);
  if (E.isLeft(period)) return period;
  const answered = await reading(session, options, async (millrace, asking) => {
    const opened = await periodIsOpened(millrace, period.right);
    return E.isLeft(opened) ? opened : millrace.reconciliation({ ...asking, period: period.right, basis })();
  });
  return E.map(({ found }: Answer<ReconciliationAnswer>): number => {
    if (options.json) session.io.out(jsonOf({ period: period.right, ...found }));
    else print(session, found, period.right);
    return EXIT.ok;
  })(answered);
};

const print = (session: Session, { knownAt, books }: ReconciliationAnswer, period: string): void => {
  if (books.length === 0) line(session, 'noCredits', { period, knownAt });
  for (const book of books) {
    const { currency, agrees } = book;
    line(session, agrees ? 'agrees' : 'disagrees', { period, currency, total: amountOf(book.total), knownAt });
    line(session, 'sales', { sales: book.bySale.length });
    printBook(session, book);
  }
};

const printBook = (session: Session, { byPerson, byUnit, unassigned }: Reconciliation): void => {
  const { words } = session.texts;
  const units = [...byUnit, { id: words.unassigned, amount: unassigned }];
  const whole = areWhole([...byPerson, ...units].map(({ amount }) => amount));
  for (const [head, sums] of [
    [words.person, byPerson],
    [words.unit, units],
  ] as const) {
    table(session, {
      head: [head, words.amount],
      rows: sums.map(({ id, amount }) => [id, figureOf(amount, whole)]),
      bars: sums.map(({ amount }) => Math.max(0, amount.minor)),
      figures: [1],
    });
  }
};
