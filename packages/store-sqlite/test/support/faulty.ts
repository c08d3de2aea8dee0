import Sqlite, { type Database, type Statement } from 'better-sqlite3';

/** Stands before a statement: it may throw, or run the statement and throw, or just count. */
export type Fault = (run: () => unknown) => unknown;

/** A database of which some statements, named by their SQL, have a fault. */
export const faulty = (db: Database, faults: { readonly [sql: string]: Fault }): Database =>
  new Proxy(db, {
    get: (target, key) => {
      if (key === 'prepare') return (sql: string) => withFault(target.prepare(sql), faults[sql.trim()]);
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const withFault = (statement: Statement, fault: Fault | undefined): Statement => {
  if (fault === undefined) return statement;
  const faulted: Statement = new Proxy(statement, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key === 'pluck') return () => withFault(target.pluck(), fault);
      return (...args: ReadonlyArray<unknown>) => fault(() => value.apply(target, args));
    },
  });
  return faulted;
};

/** An error of SQLite. */
export const sqliteError = (code: string): Error => new Sqlite.SqliteError(`the disk says ${code}`, code);

/** Throws at the calls with these numbers, from 1, before the statement is run. */
export const failingAt =
  (code: string, ...calls: ReadonlyArray<number>): Fault =>
  (run) => {
    const counted = (counts.get(calls) ?? 0) + 1;
    counts.set(calls, counted);
    if (calls.includes(counted)) throw sqliteError(code);
    return run();
  };

const counts = new WeakMap<ReadonlyArray<number>, number>();
