import assert from 'node:assert/strict';
import { sha256 } from '@millrace/engine';
import {
  type BusinessId,
  type CommandId,
  type DomainEvent,
  type EventSet,
  encodeEvents,
  eventOf,
  type Instant,
  openStored,
  type Provenance,
  readEvent,
  streamId,
  type Tenant,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

const provenance: Provenance = {
  tenant: 'laws' as Tenant,
  actor: 'tester' as BusinessId,
  role: 'tester' as BusinessId,
  commandId: '00000000-0000-7000-8000-000000000000' as CommandId,
  commandDigest: '',
  correlationId: '',
};

/** An event made ready for a store, kept as its text, and read again. */
export const throughTheStore = <Event extends DomainEvent<string, unknown>>(
  events: EventSet<Event>,
  event: Event,
): Event => {
  const stream = streamId(events.kind, 'laws');
  const [encoded] = right(encodeEvents([{ stream, event, events }], provenance, sha256));
  assert(encoded !== undefined);
  const recordedAt = '2000-01-01T00:00:00.000Z' as Instant;
  const opened = right(openStored({ stream, revision: 0, position: 1, recordedAt, text: encoded.text }));
  return eventOf(right(readEvent(events, opened)));
};

const right = <A>(either: E.Either<unknown, A>): A =>
  E.isRight(either) ? either.right : assert.fail(JSON.stringify(either.left));
