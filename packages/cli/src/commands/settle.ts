import * as E from 'fp-ts/lib/Either.js';
import type { Settlement, SettlementRecord } from 'millrace';
import { EXIT } from '../failure.js';
import { readPeriod } from '../options.js';
import { jsonOf } from '../render/json.js';
import { type SenderOptions, writerOf } from '../sender.js';
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
  const settled = options.record
    ? await writing(session, options, (millrace) => millrace.settle({ period }, writer.right)())
    : await reading(session, options, (millrace) => millrace.planSettlement({ period })());
  return E.map((answer: Answer<Settlement | SettlementRecord>): number => {
    if (options.json) session.io.out(jsonOf(answer.found));
    else printSettlement(session, answer.found);
    return EXIT.ok;
  })(settled);
};
