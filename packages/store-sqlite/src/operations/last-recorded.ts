import type { Instant } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';

/** Prepares the reading of the last `recordedAt` of the whole database. */
export const lastRecordedReader = (db: Database) => {
  const select = db.prepare<[], Instant>('SELECT recorded_at FROM events ORDER BY position DESC LIMIT 1').pluck();
  return (): Instant | undefined => select.get();
};
