import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type Mismatch, reader, struct } from './codec.js';
import type { DomainEvent } from './decider.js';
import type { EventSet, Unreadable } from './event-set.js';
import { type BusinessId, CommandId, EventId, StreamId, Tenant } from './ids.js';
import { Instant } from './instant.js';
import type { Position, Revision, StoredEvent } from './store.js';

/**
 * Who said an event, on whose command, under which rules, and when.
 *
 * @source trust.md section 1 (NIST 800-53 AU-3)
 */
export interface Meta {
  readonly tenant: Tenant;
  /** The store's clock at the append; it never decreases with the position. */
  readonly recordedAt: Instant;
  /** When it happened in the business. */
  readonly effectiveAt: Instant;
  readonly actor: BusinessId;
  readonly role: BusinessId;
  readonly commandId: CommandId;
  readonly commandDigest: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** The version of the playbook the decision was taken under; absent before one was published. */
  readonly playbook?: string;
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

/** A stored event that cannot be read: never skipped, always named. */
export interface CorruptHistory {
  readonly type: 'CorruptHistory';
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly cause: Unreadable | { readonly type: 'NotJsonText'; readonly message: string };
}

/** What the stored text holds: an envelope without what only the store knows. */
const Written = struct(
  {
    id: EventId,
    stream: StreamId,
    type: t.string,
    schema: t.number,
    data: t.UnknownRecord,
    meta: struct(
      {
        tenant: Tenant,
        effectiveAt: Instant,
        actor: t.string,
        role: t.string,
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

/** The envelope of a stored event, its data still as stored. */
export const openStored = (stored: StoredEvent): E.Either<CorruptHistory, Envelope> => {
  let value: unknown;
  try {
    value = JSON.parse(stored.text);
  } catch (error) {
    return E.left(corrupt(stored, { type: 'NotJsonText', message: (error as Error).message }));
  }
  const written = readWritten(value);
  if (E.isLeft(written)) return E.left(corrupt(stored, written.left));

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
  if (E.isLeft(data)) return E.left(corrupt(envelope, data.left));
  if (data.right === envelope.data) return E.right(envelope as Envelope<Event>);
  return E.right({ ...envelope, schema: events.schemaOf(envelope.type), data: data.right });
};

/** The domain event inside an envelope. */
export const eventOf = <Event extends DomainEvent<string, unknown>>({ type, data, meta }: Envelope<Event>): Event =>
  ({ type, data, effectiveAt: meta.effectiveAt }) as unknown as Event;

const corrupt = (
  { stream, revision, position }: Pick<StoredEvent, 'stream' | 'revision' | 'position'>,
  cause: CorruptHistory['cause'],
): CorruptHistory => ({ type: 'CorruptHistory', stream, revision, position, cause });
