import type { Database } from 'better-sqlite3';
import { migration0001 } from './0001-events.js';

/** Every schema there has been, in order; the number of the last is the schema of this release. */
export const migrations: ReadonlyArray<string> = [migration0001];

/** Marks a file as a Millrace database: "Mill". */
export const APPLICATION_ID = 0x4d696c6c;

/** The number of the schema a database has; 0 for none. */
export const schemaOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings a database to the newest schema, in one transaction; one that has it is left alone.
 *
 * Several processes may try at once: the schema is asked again under the lock.
 */
export const migrate = (db: Database, to: ReadonlyArray<string> = migrations): void => {
  if (schemaOf(db) >= to.length) return;
  db.transaction(() => {
    for (const migration of to.slice(schemaOf(db))) db.exec(migration);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${Math.max(schemaOf(db), to.length)}`);
  }).immediate();
};
