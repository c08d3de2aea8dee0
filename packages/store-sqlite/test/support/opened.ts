import { openSqlite, type SqliteDatabase, type SqliteOptions } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { onTestFinished } from 'vitest';

/** Opens what must open. */
export const opened = async (options: SqliteOptions): Promise<SqliteDatabase> => {
  const database = await openSqlite(options)();
  if (E.isLeft(database)) throw new Error(`cannot open: ${JSON.stringify(database.left)}`);
  return database.right;
};

/** Opens what must open, for the test that asks, and closes it after it. */
export const openedHere = async (options: SqliteOptions): Promise<SqliteDatabase> => {
  const database = await opened(options);
  onTestFinished(() => database.close());
  return database;
};
