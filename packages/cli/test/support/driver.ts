import { createRequire } from 'node:module';

interface Sqlite {
  readonly exec: (sql: string) => void;
  readonly close: () => void;
}

/** The driver of the store, for spoiling its files behind its back. */
export const Driver = createRequire(import.meta.resolve('@millrace/store-sqlite/package.json'))(
  'better-sqlite3',
) as new (
  file: string,
) => Sqlite;

/** Does something to a file of SQLite. */
export const onFile = (file: string, sql: string): void => {
  const db = new Driver(file);
  db.exec(sql);
  db.close();
};
