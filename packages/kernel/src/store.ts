import type { Option } from 'fp-ts/lib/Option.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { EncodedEvent } from './encode.js';
import type { CommandId, EventId, StreamId, Tenant } from './ids.js';
import type { Instant } from './instant.js';

/** Place in a tenant's log: a safe integer, strictly rising, gaps allowed. 0 is before the first. */
export type Position = number;

/** Place in one stream, from 0, without gaps. */
export type Revision = number;

/** What the writer believes of a stream: no events, some, whatever, or exactly up to a revision. */
export type Expected = 'none' | 'exists' | 'any' | Revision;

/** What one command writes to one stream. */
export interface StreamWrite {
  readonly stream: StreamId;
  readonly expected: Expected;
  /**
   * The event that must be the stream's last one, where `expected` is a revision that the writer
   * foresaw and did not read: another's event may have come to stand there.
   */
  readonly lastEvent?: EventId;
  readonly events: ReadonlyArray<EncodedEvent>;
}

/** A stream that the decision read, and how far: if it moved, nothing is written. */
export interface Guard {
  readonly stream: StreamId;
  readonly revision: Revision | 'none';
  /** As in {@link StreamWrite}. */
  readonly lastEvent?: EventId;
}

/** Everything one command writes: all of it or nothing. */
export interface Append {
  readonly commandId: CommandId;
  readonly writes: ReadonlyArray<StreamWrite>;
  readonly guards: ReadonlyArray<Guard>;
}

/** Where the events of one write stand. */
export interface Receipt {
  readonly stream: StreamId;
  readonly firstRevision: Revision;
  readonly lastRevision: Revision;
  /** Position of the last event. */
  readonly position: Position;
}

/** An event as a store keeps it: its exact text, and what the store alone knows. */
export interface StoredEvent {
  readonly position: Position;
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly recordedAt: Instant;
  /** Canonical JSON made before the append, without position, revision and recordedAt. */
  readonly text: string;
}

/** Events in order, and how far the log has been read to find them. */
export interface Batch {
  readonly events: ReadonlyArray<StoredEvent>;
  /** Every event of the tenant up to here was handed out; a start point for the next read. */
  readonly upTo: Position;
}

/**
 * What a store can and cannot promise.
 *
 * @source stores.md section 1
 */
export interface Capabilities {
  /** S4: guards are checked in the same transaction as the write. */
  readonly atomicGuards: boolean;
  /** S5: one append may write several streams. */
  readonly multiStream: boolean;
  /** S11: an acknowledged append survives the end of the process. */
  readonly durable: boolean;
  /** S12: the database itself refuses to change or delete what was written. */
  readonly refusesChange: boolean;
  /** Several processes may append to and subscribe to the same store. */
  readonly sharedByProcesses: boolean;
  /** Most bytes of text one append may carry; an append over it is refused, never split. */
  readonly maxAppendBytes: number;
}

/** A lost race: `stream` was not where `expected` said, or another event stood there than the one foreseen. */
export interface Conflict {
  readonly type: 'Conflict';
  readonly stream: StreamId;
  readonly expected: Expected;
  readonly actual: Revision | 'none';
}

/** The store did nothing and may be asked again. */
export interface Unavailable {
  readonly type: 'Unavailable';
  readonly reason: 'locked' | 'closed' | 'failed';
  readonly message: string;
}

/** The append may or may not have happened: send the same events again to settle it. */
export interface OutcomeUnknown {
  readonly type: 'OutcomeUnknown';
  readonly message: string;
}

/** The append asks for something this store cannot do. */
export interface Unsupported {
  readonly type: 'Unsupported';
  readonly capability: keyof Capabilities;
}

/** The append is malformed or over a limit; nothing was sent. @source trust.md REL-8 */
export interface AppendRefused {
  readonly type: 'AppendRefused';
  readonly reason: 'tooManyEvents' | 'tooManyBytes' | 'noEvents' | 'doubledStream' | 'doubledId';
  readonly limit: number;
  readonly actual: number;
}

/** The database is damaged or not ours. */
export interface StoreDamaged {
  readonly type: 'StoreDamaged';
  readonly message: string;
}

/** Why a read gave nothing. */
export type ReadError = Unavailable | StoreDamaged;
/** Why an append gave no receipt. */
export type AppendError = Conflict | Unavailable | OutcomeUnknown | Unsupported | AppendRefused | StoreDamaged;

/** Why a subscription ended. */
export type SubscriptionEnd =
  | { readonly type: 'Stopped' }
  | { readonly type: 'HandlerFailed'; readonly error: unknown }
  | { readonly type: 'BeyondHead'; readonly after: Position; readonly head: Position }
  | ReadError;

/** A running subscription. */
export interface Subscription {
  /** Settles once, with the reason, after the last batch was handled. */
  readonly ended: Promise<SubscriptionEnd>;
  /** Asks it to end; the batch under way is finished first. */
  readonly stop: () => Promise<SubscriptionEnd>;
}

/** How a subscription reads, and whom it tells. */
export interface SubscribeOptions {
  /** Called each time everything recorded so far has been handled. */
  readonly onCaughtUp?: (upTo: Position) => void;
  /** Most events in one batch, 1 to 10,000; 500 when left out. */
  readonly batchSize?: number;
}

/** Called with each batch in order; the next is read when the promise settles. `events` may be empty. */
export type OnBatch = (events: ReadonlyArray<StoredEvent>, upTo: Position) => Promise<void>;

/**
 * One tenant's log in a database: the port every store keeps.
 *
 * Guarantees S1 to S13 are shown by `storeConformance` of `@millrace/testing`; which of them a
 * store cannot give, its {@link Capabilities} say.
 *
 * @source stores.md section 1
 */
export interface EventStore {
  readonly tenant: Tenant;
  readonly capabilities: Capabilities;

  /**
   * Writes all of `request` or nothing; a receipt per write, in order. Its events stand together in the
   * log, in the order of the writes.
   *
   * Events already there under the same command give their first receipt again, also after later
   * events. Calls made without waiting for each other are written in the order of the calls.
   */
  readonly append: (request: Append) => TaskEither<AppendError, ReadonlyArray<Receipt>>;

  /** At most `limit` events of a stream, from revision `from` upwards; none where there is no such stream. */
  readonly readStream: (
    stream: StreamId,
    from: Revision,
    limit: number,
  ) => TaskEither<ReadError, ReadonlyArray<StoredEvent>>;

  /** At most `limit` events of the tenant after a position, in order. */
  readonly readAll: (after: Position, limit: number) => TaskEither<ReadError, Batch>;

  /** The position of the last event of the tenant, 0 when there is none. */
  readonly head: TaskEither<ReadError, Position>;

  /** What a command wrote to a stream, if it did. */
  readonly receiptOf: (stream: StreamId, commandId: CommandId) => TaskEither<ReadError, Option<Receipt>>;

  /** Hands out every event after a position, history first and then live, each at least once. */
  readonly subscribe: (after: Position, onBatch: OnBatch, options?: SubscribeOptions) => Subscription;
}
