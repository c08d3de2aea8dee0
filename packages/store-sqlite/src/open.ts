import { existsSync } from 'node:fs';
import { type Clock, systemClock } from '@millrace/engine';
import type { EventStore, Tenant } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { codeOf, isBusy, isDamage, type OpenError } from './errors.js';
import { kindOfFile, migrate } from './schema/index.js';
import { storesOf } from './store.js';

export interface SqliteOptions {
  /** A file's path, or `:memory:`. */
  readonly file: string;
  /** `create` makes the file where it is missing; `existing` and `readonly` never do. */
  readonly mode?: 'create' | 'existing' | 'readonly';
  /** `full` waits for the disk at every commit; `normal` may lose the last commits with the power. */
  readonly durability?: 'full' | 'normal';
  /** How long an append waits for another process's write. @units milliseconds */
  readonly lockTimeoutMs?: number;
  readonly clock?: Clock;
}

/** An open database and the tenants in it. */
export interface SqliteDatabase {
  readonly tenant: (tenant: Tenant) => EventStore;
  /** Writes what was accepted, ends subscriptions and closes the file. */
  readonly close: () => Promise<void>;
}

const LOCK_TIMEOUT = 5_000;
const SQLITE_WAIT = 25;

/**
 * Opens a Millrace database.
 *
 * The file is looked at before anything is done to it: one that is not ours, is damaged, or has a
 * newer schema is refused and left as it is.
 */
export const openSqlite =
  (options: SqliteOptions): TaskEither<OpenError, SqliteDatabase> =>
  async () => {
    const major = Number(process.versions.node.split('.')[0]);
    if (major < 22) {
      const version = process.versions.node;
      return E.left({
        type: 'NodeTooOld',
        version,
        message: `better-sqlite3 needs Node 22 or newer and crashes on older ones; this is Node ${version}`,
      });
    }
    const { file, mode = 'create' } = options;
    if (mode !== 'create' && !existsSync(file)) return E.left({ type: 'FileMissing', file });

    const { default: Sqlite } = await import('better-sqlite3');
    let db: Database | undefined;
    try {
      db = new Sqlite(file, { readonly: mode === 'readonly', timeout: SQLITE_WAIT, fileMustExist: mode !== 'create' });
      const refusal = await prepare(db, options, mode);
      if (refusal !== undefined) {
        db.close();
        return E.left(refusal);
      }
      const { clock = systemClock, lockTimeoutMs = LOCK_TIMEOUT } = options;
      return E.right(storesOf(db, { clock, lockTimeoutMs, readonly: mode === 'readonly' }));
    } catch (error) {
      db?.close();
      return E.left(openError(file, error));
    }
  };

const prepare = async (
  db: Database,
  { file, durability = 'full', lockTimeoutMs = LOCK_TIMEOUT }: SqliteOptions,
  mode: 'create' | 'existing' | 'readonly',
): Promise<OpenError | undefined> => {
  const found = await patiently(() => kindOfFile(db), lockTimeoutMs);
  if (found.kind === 'foreign') {
    return { type: 'NotAMillraceDatabase', file, message: 'the file is a database of something else' };
  }
  if (found.kind === 'newer') return { type: 'NewerSchema', file, schema: found.schema, newest: found.newest };
  if (found.kind === 'empty' && mode === 'readonly') {
    return { type: 'NotAMillraceDatabase', file, message: 'the database is empty' };
  }
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  if (mode === 'readonly') return undefined;

  await patiently(() => db.pragma('journal_mode = WAL'), lockTimeoutMs);
  db.pragma(`synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'}`);
  await patiently(() => migrate(db), lockTimeoutMs);

  // After journal_mode=WAL the pragma says FULL until the first write and NORMAL from then on: look after one.
  const level = durability === 'full' ? 2 : 1;
  const standing = db.pragma('synchronous', { simple: true });
  return standing === level
    ? undefined
    : { type: 'CannotOpen', file, message: `synchronous is ${standing}, not ${level}, after the first write` };
};

/** Repeats what another process's lock forbids, without blocking the event loop. */
const patiently = async <A>(work: () => A, timeoutMs: number): Promise<A> => {
  const end = performance.now() + timeoutMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, SQLITE_WAIT));
    }
  }
};

const openError = (file: string, error: unknown): OpenError => {
  const message = error instanceof Error ? error.message : String(error);
  if (isBusy(error)) return { type: 'DatabaseLocked', file, message };
  if (isDamage(error)) return { type: 'NotAMillraceDatabase', file, message };
  return { type: 'CannotOpen', file, message: codeOf(error) === '' ? message : `${codeOf(error)}: ${message}` };
};
