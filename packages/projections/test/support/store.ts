import type { EventSets } from '@millrace/engine';
import type { Envelope, EventStore, StoredEvent, SubscriptionEnd, Tenant } from '@millrace/kernel';
import { salesModules } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';

type Log = ReadonlyArray<Envelope>;

/** The events that views are shown, by kind of stream. */
export const eventsOf = new Map<string, unknown>(salesModules.map(({ kind, events }) => [kind, events])) as EventSets;

const storedOf = ({ position, stream, revision, meta, ...rest }: Envelope): StoredEvent => {
  const { recordedAt, ...written } = meta;
  return { position, stream, revision, recordedAt, text: JSON.stringify({ ...rest, stream, meta: written }) };
};

/**
 * A store that holds a log and hands it out; nothing can be written to it.
 *
 * A subscriber is given the batches of `deliveries`, by default the whole log at once: a store may
 * hand an event out again.
 */
export const storeWith = (log: Log, deliveries: ReadonlyArray<Log> = [log]): EventStore => {
  const all = log.map(storedOf);
  const head = all.at(-1)?.position ?? 0;
  return {
    tenant: 'stories' as Tenant,
    capabilities: {
      atomicGuards: false,
      multiStream: false,
      durable: false,
      refusesChange: true,
      sharedByProcesses: false,
      maxAppendBytes: 0,
    },
    append: () => TE.left({ type: 'Unsupported', capability: 'multiStream' }),
    readStream: (stream, from, limit) =>
      TE.right(all.filter((event) => event.stream === stream).slice(from, from + limit)),
    readAll: (after, limit) => async () => {
      const events = all.filter(({ position }) => position > after).slice(0, limit);
      return E.right({ events, upTo: events.at(-1)?.position ?? Math.min(after, head) });
    },
    head: TE.right(head),
    receiptOf: () => TE.right(O.none),
    subscribe: (_, onBatch) => {
      const stopped: SubscriptionEnd = { type: 'Stopped' };
      const ended = (async () => {
        for (const batch of deliveries) await onBatch(batch.map(storedOf), batch.at(-1)?.position ?? 0);
        return stopped;
      })();
      return { ended, stop: () => ended };
    },
  };
};
