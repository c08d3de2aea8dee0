import assert from 'node:assert/strict';
import {
  type CommandId,
  type Envelope,
  encodeEvents,
  type Instant,
  openStored,
  type Position,
  type Provenance,
  type Revision,
  readEvent,
  type StreamId,
  type Tenant,
} from '@millrace/kernel';
import { type CustomerCommand, type CustomerContext, type CustomerEvent, customerModule } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';

/** Where the events of a command go, and after what. */
interface Place {
  readonly stream: StreamId;
  readonly revision: Revision;
  readonly position: Position;
  readonly recordedAt: Instant;
  /** Tells the commands of a log apart. */
  readonly step: number;
}

/** The events of one command, encoded for a store and read again as a store would hand them out. */
export const recorded = (
  answer: ReadonlyArray<CustomerEvent>,
  command: CustomerCommand,
  context: CustomerContext,
  { stream, revision, position, recordedAt, step }: Place,
): ReadonlyArray<Envelope<CustomerEvent>> => {
  const { events, playbookOf } = customerModule;
  const commandId = `00000000-0000-7000-8000-${step.toString(16).padStart(12, '0')}` as CommandId;
  const playbook = playbookOf(context);
  const provenance: Provenance = {
    tenant: 'generated' as Tenant,
    actor: context.actor,
    role: context.role,
    commandId,
    commandDigest: context.sha256(JSON.stringify(command)),
    correlationId: commandId,
    ...(playbook === undefined ? {} : { playbook }),
  };
  const encoded = right(
    encodeEvents(
      answer.map((event) => ({ stream, event, events })),
      provenance,
      context.sha256,
    ),
  );
  return encoded.map(({ text }, index) => {
    const stored = { stream, revision: revision + index, position: position + index, recordedAt, text };
    return right(readEvent(events, right(openStored(stored))));
  });
};

const right = <A>(either: E.Either<unknown, A>): A =>
  E.isRight(either) ? either.right : assert.fail(JSON.stringify(either.left));
