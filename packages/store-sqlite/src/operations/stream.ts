import type { EventId, Revision, StreamId } from '@millrace/kernel';
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
  const selectLastId = db
    .prepare<[number, number], string>("SELECT text ->> '$.id' FROM events WHERE stream = ? AND revision = ?")
    .pluck();
  return {
    /** Whether the last event is the one foreseen; any will do where none was. */
    endsIn: (row: StreamRow | undefined, foreseen: EventId | undefined): boolean =>
      foreseen === undefined || (row !== undefined && selectLastId.get(row.id, row.revision) === foreseen),
    find: (tenant: number, stream: StreamId): StreamRow | undefined => select.get(tenant, stream),
    add: (tenant: number, stream: StreamId): number => Number(insert.run(tenant, stream).lastInsertRowid),
  };
};
