import type { Database } from 'better-sqlite3';
import { migration0001 } from './0001-events.js';

/** Every schema there has been, in order; the number of the last is the schema of this release. */
export const migrations: ReadonlyArray<string> = [migration0001];

/** Marks a file as a Millrace database: "Mill". */
export const APPLICATION_ID = 0x4d696c6c;

/** What a file is, before anything is done to it. */
export type FileKind =
  | { readonly kind: 'empty' }
  | { readonly kind: 'ours'; readonly schema: number }
  | { readonly kind: 'newer'; readonly schema: number; readonly newest: number }
  | { readonly kind: 'foreign' };

/** Looks at a database without changing it. */
export const kindOfFile = (db: Database): FileKind => {
  const application = db.pragma('application_id', { simple: true });
  const schema = Number(db.pragma('user_version', { simple: true }));
  if (application === APPLICATION_ID) {
    return schema > migrations.length ? { kind: 'newer', schema, newest: migrations.length } : { kind: 'ours', schema };
  }
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  return tables === 0 && application === 0 ? { kind: 'empty' } : { kind: 'foreign' };
};

/** Brings a database to the newest schema, in one transaction; two processes may try at once. */
export const migrate = (db: Database): void => {
  db.transaction(() => {
    const standing = Number(db.pragma('user_version', { simple: true }));
    for (const migration of migrations.slice(standing)) db.exec(migration);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
};
