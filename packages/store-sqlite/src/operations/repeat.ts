import type { CommandId, Receipt, StreamWrite } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import type { StreamRow } from './stream.js';

/**
 * Prepares the recognition of a write made before under the same command: its first receipt,
 * `different` where the command wrote other events, nothing where it wrote none.
 *
 * @source stores.md S6
 */
export const repeatReader = (db: Database) => {
  const selectReceipt = db.prepare<[number, string], Omit<Receipt, 'stream'>>(`
    SELECT first_revision AS firstRevision, last_revision AS lastRevision, position
    FROM receipts WHERE stream = ? AND command = ?`);
  const selectIds = db
    .prepare<[number, number, number], string>(
      "SELECT text ->> '$.id' FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision",
    )
    .pluck();

  return (
    { stream, events }: StreamWrite,
    row: StreamRow | undefined,
    command: CommandId,
  ): Receipt | 'different' | undefined => {
    const receipt = row && selectReceipt.get(row.id, command);
    if (row === undefined || receipt === undefined) return undefined;
    const ids = selectIds.all(row.id, receipt.firstRevision, receipt.lastRevision);
    const same = ids.length === events.length && events.every(({ id }, i) => id === ids[i]);
    return same ? { stream, ...receipt } : 'different';
  };
};
