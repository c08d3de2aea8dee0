import { accessSync, constants } from 'node:fs';
import { resolve } from 'node:path';
import { type Clock, systemClock } from '@millrace/engine';
import type { Database } from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { databaseOf } from './database.js';
import { type OpenError, openError } from './errors.js';
import { nodeTooOld } from './node-version.js';
import { patiently, SQLITE_WAIT } from './patience.js';
import { type FileKind, kindOfDatabase, kindOfFile, migrate } from './schema/index.js';
import type { SqliteDatabase } from './sqlite-database.js';

export interface SqliteOptions {
  /** A file's path, or `:memory:` for events that nobody keeps. */
  readonly file: string;
  /** `create` makes the file where it is missing; `existing` and `readonly` never do. */
  readonly mode?: 'create' | 'existing' | 'readonly';
  /** `full` waits for the disk at every commit; `normal` may lose the last commits with the power. */
  readonly durability?: 'full' | 'normal';
  /** How long to wait for another process that holds the database. @units milliseconds */
  readonly lockTimeoutMs?: number;
  readonly clock?: Clock;
}

type Settled = Required<SqliteOptions>;

/**
 * Opens a Millrace database.
 *
 * The file is looked at before anything is done to it: one that is not ours, is damaged, or has a
 * newer schema is refused and left as it is.
 */
export const openSqlite =
  (options: SqliteOptions): TaskEither<OpenError, SqliteDatabase> =>
  async () => {
    const { file, mode = 'create', durability = 'full', lockTimeoutMs = 5_000, clock = systemClock } = options;
    const settled: Settled = { file, mode, durability, lockTimeoutMs, clock };
    const tooOld = nodeTooOld(process.versions.node);
    if (tooOld !== undefined) return E.left(tooOld);
    try {
      const refusal = refusalOf(lookAt(settled), settled);
      return refusal === undefined ? await connect(settled) : E.left(refusal);
    } catch (error) {
      return E.left(openError(file, error));
    }
  };

/** Connects to a file that was looked at, and looks again through the connection. */
const connect = async (options: Settled): Promise<E.Either<OpenError, SqliteDatabase>> => {
  const { file, mode, lockTimeoutMs } = options;
  // Imported here, so that a Node too old for it is told so and does not crash.
  const { default: Sqlite } = await import('better-sqlite3');
  const inMemory = file === ':memory:';
  const readonly = mode === 'readonly';
  const db = new Sqlite(inMemory ? file : resolve(file), {
    readonly,
    fileMustExist: mode !== 'create',
    timeout: SQLITE_WAIT,
  });
  try {
    const refusal = refusalOf(await patiently(() => kindOfDatabase(db), lockTimeoutMs), options);
    if (refusal === undefined) {
      if (!readonly) await makeReady(db, options);
      return E.right(databaseOf(db, { ...options, readonly, inMemory }));
    }
    db.close();
    return E.left(refusal);
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Sets what SQLite does not keep in the file, and brings the schema up to date. */
const makeReady = async (db: Database, { durability, lockTimeoutMs }: Settled): Promise<void> => {
  db.pragma('foreign_keys = ON');
  await patiently(() => db.pragma('journal_mode = WAL'), lockTimeoutMs);
  db.pragma(`synchronous = ${durability.toUpperCase()}`);
  await patiently(() => migrate(db), lockTimeoutMs);
};

const lookAt = ({ file, mode }: Settled): FileKind | undefined => {
  if (file === ':memory:') return { kind: 'missing' };
  if (file === '' || file !== file.trim()) throw new Error('a file name cannot be empty, or begin or end with a blank');
  const found = kindOfFile(resolve(file));
  // SQLite would open a file that may not be written all the same, and refuse the first append.
  if (found?.kind !== 'missing' && mode !== 'readonly') accessSync(file, constants.W_OK);
  return found;
};

const refusalOf = (found: FileKind | undefined, { file, mode }: Settled): OpenError | undefined => {
  switch (found?.kind) {
    case undefined:
    case 'ours':
      return undefined;
    case 'missing':
      return mode === 'create' ? undefined : { type: 'FileMissing', file };
    case 'empty':
      if (mode === 'create') return undefined;
      return { type: 'NotAMillraceDatabase', file, message: 'the database is empty' };
    case 'foreign':
      return { type: 'NotAMillraceDatabase', file, message: found.message };
    case 'damaged':
      return { type: 'StoreDamaged', file, message: found.message };
    case 'newer':
      return { type: 'NewerSchema', file, schema: found.schema, newest: found.newest };
  }
};
