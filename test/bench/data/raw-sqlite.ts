import Sqlite from 'better-sqlite3';

export type Durability = 'full' | 'normal';

/** An append to SQLite by hand. */
export interface RawLog {
  /** One event and its stream's row, in a transaction of their own. */
  readonly append: (stream: string, revision: number, text: string) => void;
  readonly close: () => void;
}

/** Opens a database with the least tables that an event store can have, in write-ahead mode. */
export const rawLog = (file: string, durability: Durability): RawLog => {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.exec(`
    CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL) STRICT;
    CREATE TABLE events (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      stream INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (stream, revision)
    ) STRICT;`);
  // Set after the first write: until then SQLite reports one level and will use another.
  db.pragma(`synchronous = ${durability}`);

  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const putStream = db
    .prepare<[string, number], number>(`
      INSERT INTO streams (name, revision) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET revision = excluded.revision RETURNING id`)
    .pluck();
  const putEvent = db.prepare<[number, number, string]>('INSERT INTO events (stream, revision, text) VALUES (?, ?, ?)');
  return {
    append: (stream, revision, text) => {
      begin.run();
      const id = putStream.get(stream, revision);
      if (id === undefined) throw new Error('SQLite gave no number to a stream');
      putEvent.run(id, revision, text);
      commit.run();
    },
    close: () => {
      db.close();
    },
  };
};
