import { join } from 'node:path';
import type { SqliteOptions } from '@millrace/store-sqlite';
import Sqlite from 'better-sqlite3';
import { ACME, noting, written } from './notes.js';
import { opened } from './opened.js';

/** A database of ours with a few events, closed. */
export const ours = async (path: string, events = 3): Promise<string> => {
  const file = join(path, 'ours.sqlite');
  const database = await opened({ file });
  for (let i = 0; i < events; i++) await written(database.tenant(ACME), noting('a', ['x'.repeat(3_000)]));
  await database.close();
  return file;
};

/** Runs SQL on a file by a connection that is not of the store. */
export const raw = (file: string, ...sql: ReadonlyArray<string>): void => {
  const db = new Sqlite(file);
  for (const one of sql) db.exec(one);
  db.close();
};

/** How a file is opened. */
export type Mode = NonNullable<SqliteOptions['mode']>;

/** Every one of them. */
export const modes: ReadonlyArray<Mode> = ['create', 'existing', 'readonly'];
