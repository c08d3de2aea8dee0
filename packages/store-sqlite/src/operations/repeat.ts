import type { Receipt, StreamWrite } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import type { StreamRow } from './stream.js';

/**
 * Prepares the recognition of a write made before under the same command: its first receipt,
 * `different` where the command wrote other events, nothing where it wrote none.
 *
 * @source stores.md S6
 */
export const repeatReader = (db: Database) => {
  const selectIds = db
    .prepare<[number, number, number], string>(
      "SELECT text ->> '$.id' FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision",
    )
    .pluck();

  return ({ stream, events }: StreamWrite, row: StreamRow | undefined): Receipt | 'different' | undefined => {
    if (row?.before === undefined) return undefined;
    const ids = selectIds.all(row.id, row.before.firstRevision, row.before.lastRevision);
    const same = ids.length === events.length && events.every(({ id }, i) => id === ids[i]);
    return same ? { stream, ...row.before } : 'different';
  };
};
