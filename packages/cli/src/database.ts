import type { ExecuteError } from '@millrace/engine';
import type { Tenant } from '@millrace/kernel';
import { openSqlite, type SqliteOptions } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { type Millrace, open } from 'millrace';
import type { DatabaseFault, Failure } from './failure.js';

/** The one tenant of a file. */
const TENANT = 'main' as Tenant;

/** Opens a database, hands it on and closes it whatever happens; a fault of the database names its file. */
export const withDatabase = async <A>(
  options: SqliteOptions,
  work: (millrace: Millrace) => Promise<E.Either<Failure | DatabaseFault, A>>,
): Promise<E.Either<Failure, A>> => {
  const database = await openSqlite(options)();
  if (E.isLeft(database)) return database;
  try {
    const millrace = await open(database.right.tenant(TENANT))();
    const done: E.Either<ExecuteError | Failure | DatabaseFault, A> = E.isLeft(millrace)
      ? millrace
      : await work(millrace.right);
    return E.mapLeft((failure: object) => ({ file: options.file, ...failure }) as Failure)(done);
  } finally {
    await database.right.close();
  }
};
