import assert from 'node:assert/strict';
import {
  type CommandId,
  type DomainEvent,
  type Envelope,
  type EventSet,
  encodeEvents,
  type Instant,
  type Moment,
  openStored,
  type Position,
  type Provenance,
  type Revision,
  readEvent,
  type StreamId,
  type Tenant,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

/** An event of a command, and where it goes. */
export interface Placed<Event> {
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly event: Event;
}

/** Where a command stands in its log. */
interface Place {
  /** Of its first event. */
  readonly position: Position;
  readonly recordedAt: Instant;
  /** Tells the commands of a log apart. */
  readonly step: number;
}

/** Which events they are, and under which playbook they were decided. */
interface Kind<Event extends DomainEvent<string, unknown>> {
  readonly events: EventSet<Event>;
  readonly playbook: string | undefined;
}

/** The events of one command, encoded for a store and read again as a store would hand them out. */
export const recorded = <Event extends DomainEvent<string, unknown>>(
  answer: ReadonlyArray<Placed<Event>>,
  command: unknown,
  { actor, role, sha256 }: Pick<Moment, 'actor' | 'role' | 'sha256'>,
  { events, playbook }: Kind<Event>,
  { position, recordedAt, step }: Place,
): ReadonlyArray<Envelope<Event>> => {
  const commandId = `00000000-0000-7000-8000-${step.toString(16).padStart(12, '0')}` as CommandId;
  const provenance: Provenance = {
    tenant: 'generated' as Tenant,
    actor,
    role,
    commandId,
    commandDigest: sha256(JSON.stringify(command)),
    correlationId: commandId,
    ...(playbook === undefined ? {} : { playbook }),
  };
  const encoded = right(
    encodeEvents(
      answer.map(({ stream, event }) => ({ stream, event, events })),
      provenance,
      sha256,
    ),
  );
  return answer.map(({ stream, revision }, index) => {
    const text = encoded[index]?.text ?? '';
    return right(
      readEvent(events, right(openStored({ stream, revision, position: position + index, recordedAt, text }))),
    );
  });
};

/** The events of a command in its own stream, from a revision on. */
export const placed = <Event>(
  stream: StreamId,
  revision: Revision,
  events: ReadonlyArray<Event>,
): ReadonlyArray<Placed<Event>> => events.map((event, index) => ({ stream, revision: revision + index, event }));

const right = <A>(either: E.Either<unknown, A>): A =>
  E.isRight(either) ? either.right : assert.fail(JSON.stringify(either.left));
