import { sha256 } from '@millrace/engine';
import {
  type Append,
  type BusinessId,
  type CommandId,
  type EncodedEvent,
  encodeEvents,
  type StreamId,
  type Tenant,
} from '@millrace/kernel';
import { customerEvents } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { BenchEvent, Story } from './history.js';

/** An event in the order of the log, and where in its stream it stands. */
export interface Logged {
  readonly stream: StreamId;
  readonly revision: number;
  readonly event: BenchEvent;
}

/** The stories as one log, in order of effective time: at any time the lives of many customers overlap. */
export const logOf = (all: ReadonlyArray<Story>): ReadonlyArray<Logged> => {
  const log = all.flatMap(({ stream, events }) =>
    events.map((event, revision): Logged => ({ stream, revision, event })),
  );
  return log.sort((a, b) => (a.event.effectiveAt < b.event.effectiveAt ? -1 : 1));
};

export const TENANT = 'main' as Tenant;

/** A command id in the form of a version 7 UUID, in order of `n`; one string, as a reader gives it, not a chain of parts. */
export const commandIdAt = (n: number): CommandId => {
  const hex = n.toString(16).padStart(12, '0');
  return Buffer.from(`01900000-${hex.slice(0, 4)}-7000-8000-${hex}`).toString('latin1') as CommandId;
};

/** The bytes of an event, as a command of its own would have them stored. */
export const encoded = ({ stream, event }: Logged, n: number): EncodedEvent => {
  const commandId = commandIdAt(n);
  const provenance = {
    tenant: TENANT,
    actor: 'bench' as BusinessId,
    role: 'seller' as BusinessId,
    commandId,
    commandDigest: sha256(commandId),
    correlationId: commandId,
    playbook: '1',
  };
  const events = encodeEvents([{ stream, event, events: customerEvents }], provenance, sha256);
  const only = E.isRight(events) ? events.right[0] : undefined;
  if (only === undefined) throw new RangeError(`not an event that can be stored: ${JSON.stringify(event)}`);
  return only;
};

/** One append for each event of a log, its bytes made and checked; `from` is the number of the first command. */
export const appendsOf = (log: ReadonlyArray<Logged>, from = 0): ReadonlyArray<Append> =>
  log.map((logged, i) => ({
    commandId: commandIdAt(from + i),
    writes: [
      {
        stream: logged.stream,
        expected: logged.revision === 0 ? 'none' : logged.revision - 1,
        events: [encoded(logged, from + i)],
      },
    ],
    guards: [],
  }));
