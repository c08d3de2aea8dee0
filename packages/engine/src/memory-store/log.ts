import {
  type Append,
  type AppendReceipt,
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
  lastEvent: EventId | undefined;
}

/** What a command wrote to one stream. */
interface Written {
  /** As its append was answered. */
  readonly receipt: AppendReceipt;
  /** Ids of the events, so that a repeated append is known from a different one. */
  readonly ids: string;
}

/** One tenant's events in memory: the log, and its streams. */
export interface Log {
  readonly all: Array<StoredEvent>;
  readonly streams: Map<StreamId, Stream>;
  readonly commands: Map<CommandId, ReadonlyArray<Written>>;
}

type Judged = E.Either<Conflict, ReadonlyArray<AppendReceipt>>;

export const emptyLog = (): Log => ({ all: [], streams: new Map(), commands: new Map() });

/** Judges an append and, where nothing stands in the way, writes all of it. */
export const appendTo = (log: Log, request: Append, clock: Clock): Judged => {
  const before = log.commands.get(request.commandId) ?? [];
  const repeated = repeatOf(log, request.writes, before);
  if (repeated !== undefined) return repeated;
  for (const { stream, revision, lastEvent } of request.guards) {
    const known = log.streams.get(stream);
    if (headOf(known) !== revision || !endsIn(known, lastEvent)) return conflict(log, stream, revision);
  }
  const streams: Array<Stream | undefined> = [];
  for (const { stream, expected, lastEvent } of request.writes) {
    const known = log.streams.get(stream);
    if (!meets(headOf(known), expected) || !endsIn(known, lastEvent)) return conflict(log, stream, expected);
    streams.push(known);
  }
  const last = log.all[log.all.length - 1]?.recordedAt;
  const now = clock();
  const recordedAt = last === undefined ? now : later(last, now);
  const written = request.writes.map((write, i) => writeTo(log, streams[i], write, recordedAt));
  log.commands.set(request.commandId, before.length === 0 ? written : [...before, ...written]);
  return E.right(written.map(({ receipt }) => receipt));
};

/** The first receipts of an append made before; a conflict where its command wrote something else, or not all of it. */
const repeatOf = (log: Log, writes: ReadonlyArray<StreamWrite>, before: ReadonlyArray<Written>): Judged | undefined => {
  if (before.length === 0) return undefined;
  const receipts: Array<AppendReceipt> = [];
  let repeated: StreamWrite | undefined;
  for (const write of writes) {
    const written = before.find(({ receipt }) => receipt.stream === write.stream);
    if (written === undefined) continue;
    repeated ??= write;
    if (written.ids === idsOf(write.events)) receipts.push({ ...written.receipt, repeated: true });
  }
  if (repeated === undefined) return undefined;
  return receipts.length === writes.length ? E.right(receipts) : conflict(log, repeated.stream, repeated.expected);
};

/** What a command wrote to a stream, if it did. */
export const receiptIn = ({ commands }: Log, stream: StreamId, commandId: CommandId): Receipt | undefined => {
  const written = commands.get(commandId)?.find(({ receipt }) => receipt.stream === stream);
  if (written === undefined) return undefined;
  const { repeated: _, ...receipt } = written.receipt;
  return receipt;
};

const idsOf = (events: StreamWrite['events']): string =>
  events.length === 1 ? (events[0]?.id ?? '') : events.map(({ id }) => id).join();

const writeTo = (
  log: Log,
  before: Stream | undefined,
  { stream, events }: StreamWrite,
  recordedAt: Instant,
): Written => {
  const known = before ?? { events: [], lastEvent: undefined };
  if (before === undefined) log.streams.set(stream, known);
  const firstRevision = known.events.length;
  for (const { text } of events) {
    const position = log.all.length + 1;
    const stored = Object.freeze({ position, stream, revision: known.events.length, recordedAt, text });
    known.events.push(stored);
    log.all.push(stored);
  }
  const lastRevision = known.events.length - 1;
  const position = log.all.length;
  const receipt = Object.freeze({ stream, firstRevision, lastRevision, position, repeated: false });
  known.lastEvent = events[events.length - 1]?.id;
  return { receipt, ids: idsOf(events) };
};

const headOf = (known: Stream | undefined): Revision | 'none' =>
  known === undefined ? 'none' : known.events.length - 1;

const conflict = (log: Log, stream: StreamId, expected: Expected): E.Either<Conflict, never> =>
  E.left({ type: 'Conflict', stream, expected, actual: headOf(log.streams.get(stream)) });

/** Whether the stream's last event is the one foreseen; any will do where none was. */
const endsIn = (known: Stream | undefined, foreseen: EventId | undefined): boolean =>
  foreseen === undefined || known?.lastEvent === foreseen;

/** A page of the log; positions are places in it, from 1. */
export const pageOf = ({ all }: Log, after: Position, limit: number): Batch => {
  const events = all.slice(after, after + limit);
  return { events, upTo: events[events.length - 1]?.position ?? Math.min(after, all.length) };
};
