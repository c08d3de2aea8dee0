import type { Position, StoredEvent, StreamId } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';

/** The query that pages a tenant's log; the index by tenant holds the position too, and so serves the order. */
export const READ_ALL = `
  SELECT position, streams.name AS stream, events.revision, recorded_at AS recordedAt, text
  FROM events INDEXED BY events_by_tenant JOIN streams ON streams.id = events.stream
  WHERE events.tenant = ? AND position > ?
  ORDER BY position LIMIT ?`;

/** Prepares the reading of a tenant's log, in order of position. */
export const logReader = (db: Database) => {
  const select = db.prepare<[number, number, number], StoredEvent & { readonly stream: StreamId }>(READ_ALL);
  return (tenant: number, after: Position, limit: number): ReadonlyArray<StoredEvent> =>
    select.all(tenant, after, limit);
};
