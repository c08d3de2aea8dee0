import type { Revision, StoredEvent, StreamId } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';

/** Prepares the reading of one stream, in order of revision. */
export const streamReader = (db: Database) => {
  const select = db.prepare<[number, string, number, number], StoredEvent>(`
    SELECT events.position, streams.name AS stream, events.revision, events.recorded_at AS recordedAt, events.text
    FROM streams JOIN events ON events.stream = streams.id
    WHERE streams.tenant = ? AND streams.name = ? AND events.revision >= ?
    ORDER BY events.revision LIMIT ?`);
  return (tenant: number, stream: StreamId, from: Revision, limit: number): ReadonlyArray<StoredEvent> =>
    select.all(tenant, stream, from, limit);
};
