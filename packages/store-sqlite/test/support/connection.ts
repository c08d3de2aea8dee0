import { systemClock } from '@millrace/engine';
import type { EventStore } from '@millrace/kernel';
import type { SqliteDatabase } from '@millrace/store-sqlite';
import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { databaseOf } from '../../src/database.js';
import { migrate } from '../../src/schema/index.js';
import { type Fault, faulty } from './faulty.js';
import { newFile } from './folder.js';
import { ACME } from './notes.js';

/** A database over a connection with faults. */
export interface Connection {
  readonly file: string;
  readonly database: SqliteDatabase;
  readonly store: EventStore;
  /** Runs SQL on the faulty connection itself. */
  readonly pragma: (source: string) => unknown;
  /** The texts in the database, by another connection. */
  readonly texts: () => ReadonlyArray<unknown>;
}

/** Opens a {@link Connection}, some of whose statements have faults. */
export const connectionWith = (
  faults: { readonly [sql: string]: Fault } = {},
  options: { readonly lockTimeoutMs?: number; readonly durability?: 'full' | 'normal' } = {},
): Connection => {
  const file = newFile();
  const db = new Sqlite(file, { timeout: 5 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  migrate(db);
  const database = databaseOf(faulty(db, faults), {
    clock: systemClock,
    durability: options.durability ?? 'full',
    lockTimeoutMs: options.lockTimeoutMs ?? 2_000,
    readonly: false,
    inMemory: false,
  });
  const other = new Sqlite(file);
  onTestFinished(async () => {
    other.close();
    await database.close();
  });
  const select = other.prepare("SELECT text ->> '$.data' FROM events ORDER BY position").pluck();
  return {
    file,
    database,
    store: database.tenant(ACME),
    pragma: (source) => db.pragma(source, { simple: true }),
    texts: () => select.all(),
  };
};
