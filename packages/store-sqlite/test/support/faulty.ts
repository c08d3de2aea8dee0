import Sqlite, { type Database } from 'better-sqlite3';

/** Stands before a statement: it may throw, or run the statement and throw, or just count. */
export type Fault = (run: () => unknown) => unknown;

/** A database of which some statements, named by their SQL, have a fault. */
export const faulty = (db: Database, faults: { readonly [sql: string]: Fault }): Database =>
  new Proxy(db, {
    get: (target, key) => {
      if (key !== 'prepare') {
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return (sql: string) => {
        const statement = target.prepare(sql);
        const fault = faults[sql];
        return fault === undefined ? statement : { run: () => fault(() => statement.run()) };
      };
    },
  });

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
