import { type Capabilities, checkAppend, type EventStore, type Tenant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Bell, bell } from '../bell.js';
import { type Clock, systemClock } from '../clock.js';
import { naturalNumber } from '../paging.js';
import { pull } from '../pull.js';
import { appendTo, emptyLog, type Log, pageOf, receiptIn } from './log.js';

/** Events in memory, for tests and trials: everything the port promises but durability. */
export interface MemoryStore {
  /** The store of one tenant; the same log each time it is asked. */
  readonly tenant: (tenant: Tenant) => EventStore;
}

const capabilities: Capabilities = {
  atomicGuards: true,
  multiStream: true,
  durable: false,
  refusesChange: false,
  sharedByProcesses: false,
  maxAppendBytes: 64 * 1_048_576,
};

/** Opens an empty store in memory. */
export const memoryStore = ({ clock = systemClock }: { readonly clock?: Clock } = {}): MemoryStore => {
  const stores = new Map<Tenant, EventStore>();
  return {
    tenant: (tenant) => {
      const known = stores.get(tenant) ?? storeOf(tenant, emptyLog(), bell(), clock);
      stores.set(tenant, known);
      return known;
    },
  };
};

const storeOf = (tenant: Tenant, log: Log, news: Bell, clock: Clock): EventStore => {
  const readAll: EventStore['readAll'] = (after, limit) => async () =>
    E.right(pageOf(log, naturalNumber(after), naturalNumber(limit)));
  const head: EventStore['head'] = async () => E.right(log.all.length);
  const mark = () => {
    const rings = news.rings();
    return (signal: AbortSignal) => news.after(rings, signal);
  };
  return {
    tenant,
    capabilities,
    readAll,
    head,
    append: (request) => async () => {
      const checked = checkAppend(request, capabilities);
      if (E.isLeft(checked)) return checked;
      const receipts = appendTo(log, request, clock);
      if (E.isRight(receipts)) news.ring();
      return receipts;
    },
    readStream: (stream, from, limit) =>
      TE.fromIO(() => {
        const first = naturalNumber(from);
        return (log.streams.get(stream)?.events ?? []).slice(first, first + naturalNumber(limit));
      }),
    receiptOf: (stream, commandId) => TE.fromIO(() => O.fromNullable(receiptIn(log, stream, commandId))),
    subscribe: (after, onBatch, options) => pull({ readAll, head, mark }, after, onBatch, options),
  };
};
