import { LEGAL_OWNER } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { CustodyAnswer, OwnershipAnswer } from 'millrace';
import { EXIT } from '../failure.js';
import { bar } from '../render/bar.js';
import { jsonOf } from '../render/json.js';
import { type AskingOptions, type Ended, line, reading, type Session, table } from '../session.js';

export interface OwnershipOptions extends AskingOptions {
  readonly customer?: string;
}

/** `millrace ownership`: of everybody, or of one customer. */
export const ownership = (session: Session, options: OwnershipOptions): Promise<Ended> =>
  options.customer === undefined ? ofAll(session, options) : ofOne(session, options, options.customer);

const ofAll = async (session: Session, options: OwnershipOptions): Promise<Ended> => {
  const answered = await reading(session, options, (millrace, asking) => millrace.ownership(asking)());
  if (E.isLeft(answered)) return answered;
  if (options.json) session.io.out(jsonOf(answered.right));
  else printOwnership(session, answered.right);
  return E.right(EXIT.ok);
};

const BAR_WIDTH = 40;

/** Prints who has custody of how many customers. */
export const printOwnership = (session: Session, answer: OwnershipAnswer): void => {
  const { words } = session.texts;
  const most = Math.max(0, answer.pool, ...answer.byCustodian.values());
  line(session, 'asOfPlain', answer);
  line(session, 'ownership', answer);
  const rows: ReadonlyArray<readonly [string, number]> = [
    ...[...answer.byCustodian].sort(([, a], [, b]) => b - a),
    [words.pool, answer.pool],
  ];
  table(session, {
    head: [words.custodian, words.customers, ''],
    rows: rows.map(([person, n]) => [person, n, bar(n, most, BAR_WIDTH)]),
  });
};

const ofOne = async (session: Session, options: OwnershipOptions, customer: string): Promise<Ended> => {
  const answered = await reading(session, options, (millrace, asking) => millrace.custodyOf(customer, asking)());
  if (E.isLeft(answered)) return answered;
  if (answered.right.intervals.length === 0) return E.left({ type: 'CustomerUnknown', customer });
  if (options.json) session.io.out(jsonOf({ owner: LEGAL_OWNER, ...answered.right }));
  else printCustody(session, answered.right);
  return E.right(EXIT.ok);
};

const printCustody = (session: Session, answer: CustodyAnswer): void => {
  const { words } = session.texts;
  line(session, 'asOfPlain', answer);
  line(session, 'owner', answer);
  table(session, {
    head: [words.from, words.to, words.holder, words.began, words.reason, words.revision],
    rows: answer.intervals.map(({ from, to, person, began, reason, revision }) => [
      from,
      to ?? '',
      person ?? words.pool,
      began,
      reason ?? '',
      revision,
    ]),
  });
};
