/** The event store port, kept by SQLite. */
export type { SqliteDatabase } from './database.js';
export type { OpenError } from './errors.js';
export { openSqlite, type SqliteOptions } from './open.js';
