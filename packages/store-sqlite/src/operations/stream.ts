import type { CommandId, EventId, Receipt, Revision, StreamId, Tenant } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';

/** A stream that has events: its number, the revision of the last, and what a command wrote before. */
export interface StreamRow {
  readonly id: number;
  readonly revision: Revision;
  readonly before: Omit<Receipt, 'stream'> | undefined;
}

/** What an append must know of a stream; nothing stands where there is no such tenant or stream yet. */
export interface Found {
  readonly tenant: number | undefined;
  readonly row: StreamRow | undefined;
}

interface Selected {
  readonly tenant: number;
  readonly id: number | null;
  readonly revision: Revision;
  readonly position: number | null;
  readonly firstRevision: Revision;
  readonly lastRevision: Revision;
}

const nowhere: Found = { tenant: undefined, row: undefined };

/** Prepares finding a stream and giving it a number at its first event, inside a write's transaction. */
export const streamWriter = (db: Database) => {
  // One statement for all that an append asks: running another costs more than what it finds.
  const select = db.prepare<[StreamId, CommandId, Tenant], Selected>(`
    SELECT tenants.id AS tenant, streams.id, receipts.position,
      (SELECT max(revision) FROM events WHERE stream = streams.id) AS revision,
      receipts.first_revision AS firstRevision, receipts.last_revision AS lastRevision
    FROM tenants
    LEFT JOIN streams ON streams.tenant = tenants.id AND streams.name = ?
    LEFT JOIN receipts ON receipts.stream = streams.id AND receipts.command = ?
    WHERE tenants.name = ?`);
  const insert = db.prepare<[number, string]>('INSERT INTO streams (tenant, name) VALUES (?, ?)');
  const selectLastId = db
    .prepare<[number, number], string>("SELECT text ->> '$.id' FROM events WHERE stream = ? AND revision = ?")
    .pluck();
  return {
    /** Whether the last event is the one foreseen; any will do where none was. */
    endsIn: (row: StreamRow | undefined, foreseen: EventId | undefined): boolean =>
      foreseen === undefined || (row !== undefined && selectLastId.get(row.id, row.revision) === foreseen),
    find: (tenant: Tenant, stream: StreamId, command: CommandId): Found => {
      const found = select.get(stream, command, tenant);
      if (found === undefined) return nowhere;
      const { id, revision, position, firstRevision, lastRevision } = found;
      if (id === null) return { tenant: found.tenant, row: undefined };
      const before = position === null ? undefined : { firstRevision, lastRevision, position };
      return { tenant: found.tenant, row: { id, revision, before } };
    },
    add: (tenant: number, stream: StreamId): number => Number(insert.run(tenant, stream).lastInsertRowid),
  };
};
