import type { SqliteDatabase } from '@millrace/store-sqlite';
import type { Backend, OpenBackend } from '@millrace/testing';
import Sqlite from 'better-sqlite3';
import { newFile } from './folder.js';
import { opened } from './opened.js';
import { changesOf } from './tampering.js';

/** A database in a file of its own, for the conformance suite. */
export const openFile: OpenBackend = async ({ clock }) => {
  const file = newFile();
  return backendOf(file, await opened({ file, clock }));
};

const backendOf = (file: string, database: SqliteDatabase): Backend => ({
  tenant: database.tenant,
  close: database.close,
  reopen: async ({ clock }) => {
    await database.close();
    return backendOf(file, await opened({ file, clock, mode: 'existing' }));
  },
  second: async ({ clock }) => backendOf(file, await opened({ file, clock, mode: 'existing' })),
  changes: async () => changesOf(file),
  holdUp: async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    return async () => {
      other.exec('ROLLBACK');
      other.close();
    };
  },
});

/** A database in memory, for the conformance suite. */
export const openMemory: OpenBackend = async ({ clock }) => {
  const database = await opened({ file: ':memory:', clock });
  return { tenant: database.tenant, close: database.close };
};
