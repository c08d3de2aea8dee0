import { createHash } from 'node:crypto';
import {
  type BusinessId,
  type CommandId,
  type DomainEvent,
  type EncodedEvent,
  type EncodeError,
  type EventSet,
  encodeEvents,
  type Instant,
  type Provenance,
  type StoredEvent,
  streamId,
  type Tenant,
} from '@millrace/kernel';
import type * as E from 'fp-ts/lib/Either.js';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Who said the events of these tests, on whose command. */
export const provenance: Provenance = {
  tenant: 'acme' as Tenant,
  actor: 'wang.li' as BusinessId,
  role: 'seller' as BusinessId,
  commandId: '0193600d-7e10-7c0e-9b6e-2f8a5d1c4b3a' as CommandId,
  commandDigest: sha256('the command'),
  correlationId: '0193600d-7e10-7c0e-9b6e-2f8a5d1c4b3a',
};

export const stream = streamId('pledging', 'spring');

/** The stored form of events of one command. */
export const encode = <Event extends DomainEvent<string, unknown>>(
  events: EventSet<Event>,
  happened: ReadonlyArray<DomainEvent<string, unknown>>,
  from: Provenance = provenance,
): E.Either<EncodeError, ReadonlyArray<EncodedEvent>> =>
  encodeEvents(
    happened.map((event) => ({ stream, event, events })),
    from,
    sha256,
  );

/** The text of an event as it stands in a store. */
export const storedAs = (text: string, changes: Partial<StoredEvent> = {}): StoredEvent => ({
  position: 7,
  stream,
  revision: 3,
  recordedAt: '2026-11-24T09:00:01.000Z' as Instant,
  text,
  ...changes,
});
