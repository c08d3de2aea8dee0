import type { Tenant } from '@millrace/kernel';
import { openSqlite, type SqliteOptions } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { type Millrace, open, playbookKnown } from 'millrace';
import type { Failure } from './failure.js';

/** The one tenant of a file. */
const TENANT = 'main' as Tenant;

/** Opens a database, hands it on and closes it whatever happens. */
export const withDatabase = async <A>(
  options: SqliteOptions,
  work: (millrace: Millrace) => Promise<E.Either<Failure, A>>,
): Promise<E.Either<Failure, A>> => {
  const database = await openSqlite(options)();
  if (E.isLeft(database)) return database;
  try {
    const millrace = await open(database.right.tenant(TENANT))();
    if (E.isRight(millrace)) return await work(millrace.right);
    if (millrace.left.type === 'Refused') throw new RangeError('nothing was asked');
    return E.left(millrace.left);
  } finally {
    await database.right.close();
  }
};

/** The zone of the playbook in force; UTC before there is one. */
export const zoneOf = async ({ engine }: Millrace): Promise<E.Either<Failure, string>> => {
  const playbook = await playbookKnown(engine.store, undefined)();
  if (E.isLeft(playbook)) return playbook;
  return E.right(playbook.right.phase === 'published' ? playbook.right.playbook.zone : 'UTC');
};
