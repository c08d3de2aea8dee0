import { saleStream } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { LateAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { readPeriod } from '../options.js';
import { jsonOf } from '../render/json.js';
import { amountOf } from '../render/money.js';
import { type Answer, type AskingOptions, type Ended, line, reading, type Session, table } from '../session.js';
import { periodIsOpened } from './known.js';

export interface LateOptions extends Omit<AskingOptions, 'asOf'> {
  readonly period: string;
}

/** `millrace late`: what was dated back into a period that was cut off already. */
export const late = async (session: Session, options: LateOptions): Promise<Ended> => {
  const period = readPeriod(options.period);
  if (E.isLeft(period)) return period;
  const answered = await reading(session, options, async (millrace, asking) => {
    const opened = await periodIsOpened(millrace, period.right);
    return E.isLeft(opened) ? opened : millrace.lateEntries({ ...asking, period: period.right })();
  });
  return E.map((answer: Answer<LateAnswer>): number => {
    if (options.json) session.io.out(jsonOf({ period: period.right, ...answer.found }));
    else print(session, answer, period.right);
    return EXIT.ok;
  })(answered);
};

const print = (session: Session, { found: { knownAt, entries }, names }: Answer<LateAnswer>, period: string): void => {
  const { words } = session.texts;
  line(session, 'late', { period, entries: entries.length, knownAt });
  if (entries.length === 0) return;
  table(session, {
    head: [words.sale, words.amount, words.effective, words.by, words.postedIn, words.receipt],
    rows: entries.map((one) => [
      one.sale,
      amountOf(one.amount),
      names.time(one.at),
      `${one.actor} (${one.role})`,
      one.postedIn ?? words.unposted,
      `${saleStream(one.sale)}#${one.by}`,
    ]),
    figures: [1],
  });
};
