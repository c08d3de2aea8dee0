import * as E from 'fp-ts/lib/Either.js';
import type { StatementAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { databaseFile, readPeriod } from '../options.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, reading, type Session } from '../session.js';
import { personIsKnown } from './known.js';
import { printStatement } from './print-statement.js';

export interface StatementOptions extends Omit<AskingOptions, 'asOf'> {
  readonly person: string;
  readonly period: string;
}

/** `millrace statement`: of a closed period the statement stays the same bytes; what came later is its addendum. */
export const statement = async (session: Session, options: StatementOptions): Promise<Ended> => {
  const { person } = options;
  const period = readPeriod(options.period);
  if (E.isLeft(period)) return period;
  const file = databaseFile(options.db, session.io);
  const answered = await reading(session, options, async (millrace, asking) => {
    const known = await personIsKnown(millrace, person, file);
    return E.isLeft(known) ? known : millrace.statement({ ...asking, person, period: period.right })();
  });
  return E.map((answer: Answer<StatementAnswer>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else printStatement(session, answer);
    return EXIT.ok;
  })(answered);
};
