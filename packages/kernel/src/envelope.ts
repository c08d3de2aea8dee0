import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { reader, struct } from './codec.js';
import type { DomainEvent } from './decider.js';
import type { Provenance } from './encode.js';
import type { EventSet, Unreadable } from './event-set.js';
import { BusinessId, CommandId, EventId, type StreamId, Tenant } from './ids.js';
import { Instant } from './instant.js';
import type { Mismatch } from './mismatch.js';
import type { Position, Revision, StoredEvent } from './store.js';

/**
 * Who said an event, on whose command, under which rules, and when.
 *
 * @source trust.md section 1 (NIST 800-53 AU-3)
 */
export interface Meta extends Provenance {
  /** The store's clock at the append; it never decreases with the position. */
  readonly recordedAt: Instant;
  /** When it happened in the business. */
  readonly effectiveAt: Instant;
}

/** An event as it stands in a store. */
export interface Envelope<Event extends DomainEvent<string, unknown> = DomainEvent<string, unknown>> {
  readonly id: EventId;
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly position: Position;
  readonly type: Event['type'];
  readonly schema: number;
  readonly data: Event['data'];
  readonly meta: Meta;
}

/** A stored event that cannot be read: never skipped, always named; paths in `cause` start at the envelope. */
export interface CorruptHistory {
  readonly type: 'CorruptHistory';
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly cause: Unreadable | { readonly type: 'NotJsonText'; readonly message: string };
}

/** `t.unknown` fits what is not there, too. */
const Anything = t.refinement(t.unknown, (value) => value !== undefined, 'JSON');

/** What the stored text holds: an envelope without what only the store knows. */
const Written = struct(
  {
    id: EventId,
    stream: t.string,
    type: t.string,
    schema: t.number,
    data: Anything,
    meta: struct(
      {
        tenant: Tenant,
        effectiveAt: Instant,
        actor: BusinessId,
        role: BusinessId,
        commandId: CommandId,
        commandDigest: t.string,
        correlationId: t.string,
      },
      { causationId: t.string, playbook: t.string },
    ),
  },
  {},
  'Envelope',
);

const readWritten = reader(Written) as (value: unknown) => E.Either<Mismatch, Omit<Envelope, 'revision' | 'position'>>;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The envelope of a stored event, its data still as stored; its text must name the stream it stands in. */
export const openStored = (stored: StoredEvent): E.Either<CorruptHistory, Envelope> => {
  let value: unknown;
  try {
    value = JSON.parse(stored.text);
  } catch (error) {
    return E.left(corrupt(stored, { type: 'NotJsonText', message: (error as Error).message }));
  }
  const written = readWritten(value);
  if (E.isLeft(written)) return E.left(corrupt(stored, written.left));
  if (written.right.stream !== stored.stream) return E.left(corrupt(stored, misplaced(stored, written.right)));

  // The text was parsed here, so the object is ours to complete.
  const envelope = written.right as Mutable<Envelope>;
  envelope.revision = stored.revision;
  envelope.position = stored.position;
  (envelope.meta as Mutable<Meta>).recordedAt = stored.recordedAt;
  return E.right(envelope);
};

/** The same envelope with its data in the newest schema, checked by the module's codecs. */
export const readEvent = <Event extends DomainEvent<string, unknown>>(
  events: EventSet<Event>,
  envelope: Envelope,
): E.Either<CorruptHistory, Envelope<Event>> => {
  const data = events.read(envelope.type, envelope.schema, envelope.data);
  if (E.isLeft(data)) return E.left(corrupt(envelope, underData(data.left)));
  if (data.right === envelope.data) return E.right(envelope as Envelope<Event>);
  return E.right({ ...envelope, schema: events.schemaOf(envelope.type), data: data.right });
};

/** A module reads only data; who reads the error has the whole event before them. */
const underData = (cause: Unreadable): Unreadable =>
  'path' in cause ? { ...cause, path: cause.path === '' ? 'data' : `data/${cause.path}` } : cause;

/** The domain event inside an envelope. */
export const eventOf = <Event extends DomainEvent<string, unknown>>({ type, data, meta }: Envelope<Event>): Event =>
  ({ type, data, effectiveAt: meta.effectiveAt }) as unknown as Event;

const corrupt = (
  { stream, revision, position }: Pick<StoredEvent, 'stream' | 'revision' | 'position'>,
  cause: CorruptHistory['cause'],
): CorruptHistory => ({ type: 'CorruptHistory', stream, revision, position, cause });

const misplaced = (stored: StoredEvent, written: Pick<Envelope, 'stream'>): Mismatch => ({
  type: 'Mismatch',
  path: 'stream',
  expected: stored.stream,
  found: written.stream,
});
