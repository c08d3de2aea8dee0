import * as E from 'fp-ts/lib/Either.js';
import type { PledgesAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { readPeriod } from '../options.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, reading, type Session } from '../session.js';
import { printPledges } from './print-pledges.js';

export interface PledgesOptions extends AskingOptions {
  readonly period: string;
}

/** `millrace pledges`. */
export const pledges = async (session: Session, options: PledgesOptions): Promise<Ended> => {
  const period = readPeriod(options.period);
  if (E.isLeft(period)) return period;
  const answered = await reading(session, options, (millrace, asking) =>
    millrace.pledges({ ...asking, period: period.right })(),
  );
  return E.map((answer: Answer<PledgesAnswer>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else printPledges(session, answer);
    return EXIT.ok;
  })(answered);
};
