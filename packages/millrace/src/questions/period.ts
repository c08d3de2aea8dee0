import type { Engine } from '@millrace/engine';
import { type Envelope, eventOf, type Position, replay } from '@millrace/kernel';
import { type OpenedPeriod, type PeriodEvent, periodEvents, periodFold, periodStream } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { openAll, readStored } from '../stream.js';
import type { LogError } from './asking.js';

/** A question about a period that nobody opened. */
export interface PeriodNotOpened {
  readonly type: 'PeriodNotOpened';
  readonly period: string;
}

/** A period, and where its turning points stand in the log. */
export interface KnownPeriod {
  readonly period: OpenedPeriod;
  /** From here on what is recorded comes late. */
  readonly cutOff: Position | undefined;
  /** From here on the period's statement is final. */
  readonly closed: Position | undefined;
}

/** Reads a period's own stream, whatever of the log is known otherwise. */
export const readPeriod =
  ({ store }: Engine, label: string): TaskEither<LogError | PeriodNotOpened, KnownPeriod> =>
  async () => {
    const stored = await readStored(store, periodStream(label))();
    if (E.isLeft(stored)) return stored;
    const events = openAll(stored.right, periodEvents);
    if (E.isLeft(events)) return events;
    const period = replay(periodFold, events.right.map(eventOf));
    if (period.phase !== 'opened') return E.left({ type: 'PeriodNotOpened', period: label });
    const where = (type: PeriodEvent['type']) => find(events.right, type)?.position;
    return E.right({ period, cutOff: where('PeriodCutOff'), closed: where('PeriodClosed') });
  };

const find = (events: ReadonlyArray<Envelope<PeriodEvent>>, type: PeriodEvent['type']) =>
  events.find((event) => event.type === type);
