import { bell, type Clock, pull } from '@millrace/engine';
import {
  type Capabilities,
  checkAppend,
  type EventStore,
  type Position,
  type ReadError,
  type Subscription,
  type Tenant,
} from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { readError } from './errors.js';
import type { SqliteDatabase } from './open.js';
import { headReader } from './operations/head.js';
import { logReader } from './operations/read-all.js';
import { streamReader } from './operations/read-stream.js';
import { receiptReader } from './operations/receipt-of.js';
import { tenantReader } from './operations/tenant.js';
import { writer } from './writer.js';

const capabilities: Capabilities = {
  atomicGuards: true,
  multiStream: true,
  durable: true,
  refusesChange: true,
  sharedByProcesses: true,
  maxAppendBytes: 64 * 1_048_576,
};

/** How often a waiting subscription looks whether another process wrote. @units milliseconds */
const POLL = 25;

/** The stores of every tenant over one open connection. */
export const storesOf = (
  db: Database,
  options: { readonly clock: Clock; readonly lockTimeoutMs: number; readonly readonly: boolean },
): SqliteDatabase => {
  const news = bell();
  const writing = options.readonly ? undefined : writer(db, { ...options, onWritten: news.ring });
  const running = new Set<Subscription>();
  const tenantId = tenantReader(db);
  const readLog = logReader(db);
  const readStream = streamReader(db);
  const readHead = headReader(db);
  const readReceipt = receiptReader(db);
  const dataVersion = (): unknown => (db.open ? db.pragma('data_version', { simple: true }) : undefined);

  /** Settles when this process wrote, or another did. */
  const mark = () => {
    const rings = news.rings();
    const version = dataVersion();
    return async (signal: AbortSignal): Promise<void> => {
      while (!signal.aborted && news.rings() === rings && dataVersion() === version) {
        await news.after(rings, signal, POLL);
      }
    };
  };

  const storeOf = (tenant: Tenant): EventStore => {
    const reading =
      <A>(empty: A, read: (id: number) => A): TaskEither<ReadError, A> =>
      async () => {
        try {
          const id = tenantId(tenant);
          return E.right(id === undefined ? empty : read(id));
        } catch (error) {
          return E.left(readError(error));
        }
      };
    const readAll: EventStore['readAll'] = (after, limit) =>
      reading({ events: [], upTo: after }, (id) => {
        const events = readLog(id, after, limit);
        return { events, upTo: events.at(-1)?.position ?? after };
      });
    const head: EventStore['head'] = reading<Position>(0, readHead);

    return {
      tenant,
      capabilities,
      readAll,
      head,
      append: (request) => async () => {
        const checked = checkAppend(request, capabilities);
        if (E.isLeft(checked)) return checked;
        if (writing === undefined) {
          return E.left({ type: 'Unavailable', reason: 'failed', message: 'the database was opened for reading only' });
        }
        return writing.append(tenant, request);
      },
      readStream: (stream, from, limit) => reading([], (id) => readStream(id, stream, from, limit)),
      receiptOf: (stream, command) => reading(O.none, (id) => O.fromNullable(readReceipt(id, stream, command))),
      subscribe: (after, onBatch, subscribing) => {
        const subscription = pull({ readAll, head, mark }, after, onBatch, subscribing);
        running.add(subscription);
        subscription.ended.finally(() => running.delete(subscription));
        return subscription;
      },
    };
  };

  return {
    tenant: storeOf,
    close: async () => {
      await writing?.close();
      await Promise.all([...running].map(({ stop }) => stop()));
      db.close();
    },
  };
};
