/** The event store port, kept by SQLite. */
export type { OpenError } from './errors.js';
export { openSqlite, type SqliteOptions } from './open.js';
export type { SqliteDatabase } from './sqlite-database.js';
