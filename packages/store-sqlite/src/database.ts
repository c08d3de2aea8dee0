import type { Clock } from '@millrace/engine';
import type { Subscription } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import { newsOf } from './news.js';
import { readsOf } from './reads.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { storeOf } from './store.js';
import { writerOf } from './writer.js';

export interface DatabaseOptions {
  readonly clock: Clock;
  readonly durability: 'full' | 'normal';
  readonly lockTimeoutMs: number;
  readonly readonly: boolean;
  readonly inMemory: boolean;
}

/** The stores of every tenant over one connection, which they share. */
export const databaseOf = (db: Database, options: DatabaseOptions): SqliteDatabase => {
  const news = newsOf(db);
  const writer = options.readonly ? undefined : writerOf(db, { ...options, onWritten: news.ring });
  const reads = readsOf(db, options.lockTimeoutMs);
  const running = new Set<Subscription>();
  const follow = (subscription: Subscription): void => {
    running.add(subscription);
    subscription.ended.then(() => running.delete(subscription));
  };

  const closeAll = async (): Promise<void> => {
    await writer?.close();
    await Promise.all([...running].map(({ stop }) => stop()));
    db.close();
  };
  let closing: Promise<void> | undefined;
  return {
    tenant: (tenant) => storeOf(tenant, { reads, writer, news, follow, inFile: !options.inMemory }),
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
};
