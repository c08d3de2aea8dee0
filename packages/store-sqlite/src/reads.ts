import type { ReadError, Tenant } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { closed, readError } from './errors.js';
import { headReader } from './operations/head.js';
import { logReader } from './operations/read-all.js';
import { streamReader } from './operations/read-stream.js';
import { receiptReader } from './operations/receipt-of.js';
import { tenantReader } from './operations/tenant.js';
import { patiently } from './patience.js';

/** The reading operations of a connection, prepared once for the stores of all tenants. */
export interface Reads {
  readonly log: ReturnType<typeof logReader>;
  readonly stream: ReturnType<typeof streamReader>;
  readonly head: ReturnType<typeof headReader>;
  readonly receipt: ReturnType<typeof receiptReader>;
  /** Reads with a tenant's number; `empty` where the tenant has never written. */
  readonly reading: <A>(tenant: Tenant, empty: A, read: (tenant: number) => A) => TaskEither<ReadError, A>;
}

export const readsOf = (db: Database, lockTimeoutMs: number): Reads => {
  const numberOf = tenantReader(db);
  return {
    log: logReader(db),
    stream: streamReader(db),
    head: headReader(db),
    receipt: receiptReader(db),
    reading: (tenant, empty, read) => async () => {
      const once = (): typeof empty => {
        const number = numberOf(tenant);
        return number === undefined ? empty : read(number);
      };
      try {
        return E.right(await patiently(once, lockTimeoutMs));
      } catch (error) {
        return E.left(db.open ? readError(error) : closed);
      }
    },
  };
};
