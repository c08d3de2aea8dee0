import type { Position } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';

/** Prepares the reading of a tenant's last position; 0 where there is none. */
export const headReader = (db: Database) => {
  const select = db.prepare<[number], Position | null>('SELECT max(position) FROM events WHERE tenant = ?').pluck();
  return (tenant: number): Position => select.get(tenant) ?? 0;
};
