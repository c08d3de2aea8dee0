import type { CustodyInterval } from '@millrace/projections';
import { LEGAL_OWNER } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { CustodyAnswer, OwnershipAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import type { Names } from '../names.js';
import { databaseFile } from '../options.js';
import { jsonOf } from '../render/json.js';
import { type Answer, type AskingOptions, type Ended, line, reading, type Session, table } from '../session.js';

export interface OwnershipOptions extends AskingOptions {
  readonly customer?: string;
}

/** `millrace ownership`: of everybody, or of one customer. */
export const ownership = (session: Session, options: OwnershipOptions): Promise<Ended> =>
  options.customer === undefined ? ofAll(session, options) : ofOne(session, options, options.customer);

const ofAll = async (session: Session, options: OwnershipOptions): Promise<Ended> => {
  const answered = await reading(session, options, (millrace, asking) => millrace.ownership(asking)());
  return E.map((answer: Answer<OwnershipAnswer>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else printOwnership(session, answer);
    return EXIT.ok;
  })(answered);
};

/** Prints who has custody of how many customers. */
export const printOwnership = (session: Session, { found, names }: Answer<OwnershipAnswer>): void => {
  const { words } = session.texts;
  line(session, 'asOfPlain', { time: names.time(found.asOf), zone: names.zone, knownAt: found.knownAt });
  line(session, 'ownership', found);
  const rows: ReadonlyArray<readonly [string, number]> = [
    ...[...found.byCustodian].sort(([, a], [, b]) => b - a),
    [words.pool, found.pool],
  ];
  table(session, { head: [words.custodian, words.customers], rows, bars: rows.map(([, customers]) => customers) });
};

const ofOne = async (session: Session, options: OwnershipOptions, customer: string): Promise<Ended> => {
  const answered = await reading(session, options, (millrace, asking) => millrace.custodyOf(customer, asking)());
  if (E.isLeft(answered)) return answered;
  const { found } = answered.right;
  if (found.intervals.length === 0) {
    return E.left({ type: 'CustomerUnknown', file: databaseFile(options.db, session.io), customer });
  }
  if (options.json) session.io.out(jsonOf({ owner: LEGAL_OWNER, ...found }));
  else printCustody(session, answered.right);
  return E.right(EXIT.ok);
};

const printCustody = (session: Session, { found, names }: Answer<CustodyAnswer>): void => {
  const { words } = session.texts;
  line(session, 'asOfPlain', { time: names.time(found.asOf), zone: names.zone, knownAt: found.knownAt });
  line(session, 'owner', found);
  table(session, {
    head: [words.from, words.to, words.holder, words.began, words.reason, words.revision],
    rows: found.intervals.map((interval) => [
      names.time(interval.from),
      interval.to === undefined ? '' : names.time(interval.to),
      interval.person ?? words.pool,
      words[interval.began],
      reasonOf(interval, names),
      interval.revision,
    ]),
  });
};

const reasonOf = ({ began, reason }: CustodyInterval, names: Names): string =>
  reason === null ? '' : names.term(began === 'released' ? 'release' : 'transfer', reason);
