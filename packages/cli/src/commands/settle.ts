import * as E from 'fp-ts/lib/Either.js';
import type { Millrace, Settlement, SettlementRecord } from 'millrace';
import { type DatabaseFault, EXIT, type Failure } from '../failure.js';
import { databaseFile, readPeriod } from '../options.js';
import { jsonOf } from '../render/json.js';
import { type SenderOptions, type Writer, writerOf } from '../sender.js';
import { type Answer, type CommonOptions, type Ended, reading, type Session, writing } from '../session.js';
import { printSettlement } from './print-settlement.js';

export interface SettleOptions extends CommonOptions, SenderOptions {
  readonly period: string;
  readonly record?: boolean;
}

/** `millrace settle`: shows how a period would be settled; with `--record` it is. */
export const settle = async (session: Session, options: SettleOptions): Promise<Ended> => {
  const asked = readPeriod(options.period);
  if (E.isLeft(asked)) return asked;
  const writer = writerOf(options);
  if (E.isLeft(writer)) return writer;
  const period = asked.right;
  const file = databaseFile(options.db, session.io);
  const settled = options.record
    ? await writing(session, options, (millrace) => record(millrace, period, { ...writer.right, file }))
    : await reading(session, options, (millrace) => millrace.planSettlement({ period })());
  return E.map((answer: Answer<Settlement | SettlementRecord>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else printSettlement(session, answer.found);
    return EXIT.ok;
  })(settled);
};

const record = async (
  { settle: settlePeriod }: Millrace,
  period: string,
  { file, ...writer }: Writer & { readonly file: string },
): Promise<E.Either<Failure | DatabaseFault, SettlementRecord>> => {
  const settled = await settlePeriod({ period }, writer)();
  if (E.isRight(settled) || settled.left.type !== 'Refused')
    return settled as E.Either<DatabaseFault, SettlementRecord>;
  return E.left({ ...settled.left, file });
};
