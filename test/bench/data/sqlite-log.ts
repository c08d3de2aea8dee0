import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@millrace/kernel';
import { openSqlite, type SqliteDatabase } from '@millrace/store-sqlite';
import Sqlite from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import type { Round } from '../harness/row.js';
import { stories } from './history.js';
import { appendsOf, logOf, TENANT } from './log.js';

const CHUNK = 10_000;

/** A database with a log of `size` events in it, in a folder that a run's rows share: made by the first that asks. */
export const sqliteLog = async (shared: string, size: number): Promise<string> => {
  const file = join(shared, `log-${size}.db`);
  if (existsSync(file)) return file;
  const making = `${file}.making`;
  const database = await opened({ file: making, durability: 'normal' });
  const store = database.tenant(TENANT);
  const log = logOf(stories(size));
  for (let from = 0; from < log.length; from += CHUNK) {
    const receipts = await Promise.all(
      appendsOf(log.slice(from, from + CHUNK), from).map((append) => store.append(append)()),
    );
    for (const receipt of receipts) if (E.isLeft(receipt)) throw new Error(`not appended: ${receipt.left.type}`);
  }
  await database.close();
  renameSync(making, file);
  return file;
};

/** Opens a database, or throws what stands in the way. */
export const opened = async (options: Parameters<typeof openSqlite>[0]): Promise<SqliteDatabase> => {
  const database = await openSqlite(options)();
  if (E.isRight(database)) return database.right;
  throw new Error(`${options.file} cannot be opened: ${database.left.type}`);
};

/** The log of a database, for reading, and its closing. */
export const readOnly = async (
  file: string,
): Promise<{ readonly store: EventStore; readonly close: () => Promise<void> }> => {
  const database = await opened({ file, mode: 'readonly' });
  return { store: database.tenant(TENANT), close: database.close };
};

/** A round over one cursor, by hand, with nothing of ours between: what the port is measured against. */
export const byCursor = <Row>(
  file: string,
  prepare: (db: Sqlite.Database) => Sqlite.Statement<[], Row>,
  run: (rows: Iterable<Row>) => unknown,
): Round => {
  const db = new Sqlite(file, { readonly: true });
  const statement = prepare(db);
  return {
    run: () => run(statement.iterate()),
    end: () => {
      db.close();
    },
  };
};
