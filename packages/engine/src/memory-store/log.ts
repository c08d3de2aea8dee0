import {
  type Append,
  type AppendError,
  type Batch,
  type CommandId,
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

export const emptyLog = (): Log => ({ all: [], streams: new Map() });

/** Judges an append and, where nothing stands in the way, writes all of it. */
export const appendTo = (log: Log, request: Append, clock: Clock): E.Either<AppendError, ReadonlyArray<Receipt>> => {
  const repeated = receiptsOf(log, request);
  if (repeated !== undefined) return repeated;
  for (const { stream, revision, lastEvent } of request.guards) {
    const actual = headOf(log, stream);
    if (actual !== revision || !endsIn(log, stream, lastEvent))
      return E.left({ type: 'Conflict', stream, expected: revision, actual });
  }
  for (const { stream, expected, lastEvent } of request.writes) {
    const actual = headOf(log, stream);
    if (!meets(actual, expected) || !endsIn(log, stream, lastEvent))
      return E.left({ type: 'Conflict', stream, expected, actual });
  }
  const last = log.all[log.all.length - 1]?.recordedAt;
  const now = clock();
  const recordedAt = last === undefined ? now : later(last, now);
  return E.right(request.writes.map((write) => writeTo(log, write, request.commandId, recordedAt)));
};

/** The first receipts of an append made before; a conflict where its command wrote something else. */
const receiptsOf = (
  log: Log,
  { writes, commandId }: Append,
): E.Either<AppendError, ReadonlyArray<Receipt>> | undefined => {
  const receipts: Array<Receipt> = [];
  for (const { stream, events, expected } of writes) {
    const known = log.streams.get(stream);
    const receipt = known?.receipts.get(commandId);
    if (receipt === undefined) continue;
    if (known?.ids.get(commandId) !== idsOf(events)) {
      return E.left({ type: 'Conflict', stream, expected, actual: headOf(log, stream) });
    }
    receipts.push(receipt);
  }
  if (receipts.length === 0) return undefined;
  const [write] = writes;
  return receipts.length === writes.length || write === undefined
    ? E.right(receipts)
    : E.left({ type: 'Conflict', stream: write.stream, expected: write.expected, actual: headOf(log, write.stream) });
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
    const stored = { position: log.all.length + 1, stream, revision: known.events.length, recordedAt, text };
    known.events.push(stored);
    log.all.push(stored);
  }
  const receipt = { stream, firstRevision, lastRevision: known.events.length - 1, position: log.all.length };
  known.receipts.set(commandId, receipt);
  known.ids.set(commandId, idsOf(events));
  known.lastEvent = events[events.length - 1]?.id;
  return receipt;
};

const headOf = (log: Log, stream: StreamId): Revision | 'none' => {
  const length = log.streams.get(stream)?.events.length ?? 0;
  return length === 0 ? 'none' : length - 1;
};

const meets = (actual: Revision | 'none', expected: Expected): boolean => {
  if (expected === 'any') return true;
  return expected === 'exists' ? actual !== 'none' : actual === expected;
};

/** Whether the stream's last event is the one foreseen; any will do where none was. */
const endsIn = (log: Log, stream: StreamId, foreseen: EventId | undefined): boolean =>
  foreseen === undefined || log.streams.get(stream)?.lastEvent === foreseen;

/** A page of the log; positions are places in it, from 1. */
export const pageOf = ({ all }: Log, after: Position, limit: number): Batch => {
  const events = all.slice(after, after + limit);
  return { events, upTo: events[events.length - 1]?.position ?? Math.min(after, all.length) };
};
