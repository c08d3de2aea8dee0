import { BusinessId, type StreamId } from '@millrace/kernel';
import { PeriodLabel, periodStream, personStream, unitStream } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { Millrace } from 'millrace';
import type { DatabaseFault, Failure } from '../failure.js';

type Known = Promise<E.Either<Failure | DatabaseFault, undefined>>;

/** Holds where there is a person of that id. `file` is the database's. */
export const personIsKnown = (millrace: Millrace, person: string, file: string): Known =>
  isKnown(millrace, BusinessId.is(person) ? personStream(person) : undefined, { type: 'PersonUnknown', file, person });

/** Holds where there is a unit of that id. */
export const unitIsKnown = (millrace: Millrace, unit: string, file: string): Known =>
  isKnown(millrace, BusinessId.is(unit) ? unitStream(unit) : undefined, { type: 'UnitUnknown', file, unit });

/** Holds where a period was opened. */
export const periodIsOpened = (millrace: Millrace, period: string): Known =>
  isKnown(millrace, PeriodLabel.is(period) ? periodStream(period) : undefined, { type: 'PeriodNotOpened', period });

const isKnown = async (
  { history }: Millrace,
  stream: StreamId | undefined,
  unknown: Failure | DatabaseFault,
): Known => {
  if (stream === undefined) return E.left(unknown);
  const events = await history(stream)();
  if (E.isLeft(events)) return events;
  return events.right.length === 0 ? E.left(unknown) : E.right(undefined);
};
