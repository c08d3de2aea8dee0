import type { Revision, StreamId } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';

/** A stream that has events: its number, and the revision of the last. */
export interface StreamRow {
  readonly id: number;
  readonly revision: Revision;
}

/** Prepares finding a stream and giving it a number at its first event, inside a write's transaction. */
export const streamWriter = (db: Database) => {
  const select = db.prepare<[number, string], StreamRow>(`
    SELECT id, (SELECT max(revision) FROM events WHERE stream = streams.id) AS revision
    FROM streams WHERE tenant = ? AND name = ?`);
  const insert = db.prepare<[number, string]>('INSERT INTO streams (tenant, name) VALUES (?, ?)');
  return {
    find: (tenant: number, stream: StreamId): StreamRow | undefined => select.get(tenant, stream),
    add: (tenant: number, stream: StreamId): number => Number(insert.run(tenant, stream).lastInsertRowid),
  };
};
