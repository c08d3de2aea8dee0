import type { CommandId, Receipt, StreamId } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';

/** Prepares the search for what a command wrote to a stream. */
export const receiptReader = (db: Database) => {
  const select = db.prepare<[number, string, string], Receipt>(`
    SELECT streams.name AS stream, first_revision AS firstRevision, last_revision AS lastRevision, position
    FROM streams JOIN receipts ON receipts.stream = streams.id
    WHERE streams.tenant = ? AND streams.name = ? AND receipts.command = ?`);
  return (tenant: number, stream: StreamId, command: CommandId): Receipt | undefined =>
    select.get(tenant, stream, command);
};
