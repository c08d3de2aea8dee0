/** The event store port, kept by SQLite. */
export type { OpenError } from './errors.js';
export { openSqlite, type SqliteDatabase, type SqliteOptions } from './open.js';
