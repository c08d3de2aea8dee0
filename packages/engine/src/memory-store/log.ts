import {
  type Append,
  type Batch,
  type CommandId,
  type Conflict,
  type EventId,
  type Expected,
  type Instant,
  later,
  type Position,
  type Receipt,
  type Revision,
  type StoredEvent,
  type StreamId,
  type StreamWrite,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Clock } from '../clock.js';
import { meets } from '../expected.js';

interface Stream {
  readonly events: Array<StoredEvent>;
  readonly receipts: Map<CommandId, Receipt>;
  /** Event ids by command, so that a repeated append is known from a different one. */
  readonly ids: Map<CommandId, string>;
  lastEvent: EventId | undefined;
}

/** One tenant's events in memory: the log, and its streams. */
export interface Log {
  readonly all: Array<StoredEvent>;
  readonly streams: Map<StreamId, Stream>;
}

type Judged = E.Either<Conflict, ReadonlyArray<Receipt>>;

export const emptyLog = (): Log => ({ all: [], streams: new Map() });

/** Judges an append and, where nothing stands in the way, writes all of it. */
export const appendTo = (log: Log, request: Append, clock: Clock): Judged => {
  const repeated = repeatOf(log, request);
  if (repeated !== undefined) return repeated;
  for (const { stream, revision, lastEvent } of request.guards) {
    if (headOf(log, stream) !== revision || !endsIn(log, stream, lastEvent)) return conflict(log, stream, revision);
  }
  for (const { stream, expected, lastEvent } of request.writes) {
    if (!meets(headOf(log, stream), expected) || !endsIn(log, stream, lastEvent))
      return conflict(log, stream, expected);
  }
  const last = log.all[log.all.length - 1]?.recordedAt;
  const now = clock();
  const recordedAt = last === undefined ? now : later(last, now);
  return E.right(request.writes.map((write) => writeTo(log, write, request.commandId, recordedAt)));
};

/** The first receipts of an append made before; a conflict where its command wrote something else, or not all of it. */
const repeatOf = (log: Log, { writes, commandId }: Append): Judged | undefined => {
  const receipts: Array<Receipt> = [];
  let written: StreamWrite | undefined;
  for (const write of writes) {
    const known = log.streams.get(write.stream);
    const receipt = known?.receipts.get(commandId);
    if (receipt === undefined) continue;
    if (known?.ids.get(commandId) !== idsOf(write.events)) return conflict(log, write.stream, write.expected);
    written ??= write;
    receipts.push(receipt);
  }
  if (written === undefined) return undefined;
  return receipts.length === writes.length ? E.right(receipts) : conflict(log, written.stream, written.expected);
};

const idsOf = (events: StreamWrite['events']): string =>
  events.length === 1 ? (events[0]?.id ?? '') : events.map(({ id }) => id).join();

const writeTo = (log: Log, { stream, events }: StreamWrite, commandId: CommandId, recordedAt: Instant): Receipt => {
  let known = log.streams.get(stream);
  if (known === undefined) {
    known = { events: [], receipts: new Map(), ids: new Map(), lastEvent: undefined };
    log.streams.set(stream, known);
  }
  const firstRevision = known.events.length;
  for (const { text } of events) {
    const position = log.all.length + 1;
    const stored = Object.freeze({ position, stream, revision: known.events.length, recordedAt, text });
    known.events.push(stored);
    log.all.push(stored);
  }
  const lastRevision = known.events.length - 1;
  const receipt = Object.freeze({ stream, firstRevision, lastRevision, position: log.all.length });
  known.receipts.set(commandId, receipt);
  known.ids.set(commandId, idsOf(events));
  known.lastEvent = events[events.length - 1]?.id;
  return receipt;
};

const headOf = (log: Log, stream: StreamId): Revision | 'none' => {
  const length = log.streams.get(stream)?.events.length ?? 0;
  return length === 0 ? 'none' : length - 1;
};

const conflict = (log: Log, stream: StreamId, expected: Expected): E.Either<Conflict, never> =>
  E.left({ type: 'Conflict', stream, expected, actual: headOf(log, stream) });

/** Whether the stream's last event is the one foreseen; any will do where none was. */
const endsIn = (log: Log, stream: StreamId, foreseen: EventId | undefined): boolean =>
  foreseen === undefined || log.streams.get(stream)?.lastEvent === foreseen;

/** A page of the log; positions are places in it, from 1. */
export const pageOf = ({ all }: Log, after: Position, limit: number): Batch => {
  const events = all.slice(after, after + limit);
  return { events, upTo: events[events.length - 1]?.position ?? Math.min(after, all.length) };
};
