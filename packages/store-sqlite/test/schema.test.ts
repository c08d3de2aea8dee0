import { systemClock } from '@millrace/engine';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { databaseOf } from '../src/database.js';
import { READ_ALL } from '../src/operations/read-all.js';
import { migrate, migrations, schemaOf } from '../src/schema/migrate.js';
import { child } from './support/children.js';
import { newFile } from './support/folder.js';
import { ACME, logOf, noting, written } from './support/notes.js';
import { opened, openedHere } from './support/opened.js';

const fresh = () => {
  const db = new Sqlite(':memory:');
  migrate(db);
  return db;
};

describe('the schema', () => {
  test('every table refuses updates, deletions and replacements by a trigger of its own S12', () => {
    const db = fresh();
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck();
    const triggers = db.prepare('SELECT sql FROM sqlite_schema WHERE type = ? AND tbl_name = ?').pluck();
    const names = tables.all();
    expect(names).toEqual(['tenants', 'streams', 'events', 'receipts']);
    for (const name of names) {
      const befores = triggers.all('trigger', name).map((sql) => /BEFORE (\w+)/.exec(String(sql))?.[1]);
      expect(befores.sort()).toEqual(['DELETE', 'INSERT', 'UPDATE']);
    }
  });

  test('an index serves the order of the log: no page is sorted S8', () => {
    const db = fresh();
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${READ_ALL}`).all(1, 0, 10) as ReadonlyArray<{ detail: string }>;
    const steps = plan.map(({ detail }) => detail);
    expect(steps[0]).toBe('SEARCH events USING INDEX events_by_tenant (tenant=? AND rowid>?)');
    expect(steps.filter((step) => /TEMP B-TREE|SCAN/.test(step))).toEqual([]);
  });

  test('indexes serve everything else that is asked', () => {
    const db = fresh();
    const plans: Array<string> = [];
    const watched = new Proxy(db, {
      get: (target, key) => {
        if (key !== 'prepare') return Reflect.get(target, key, target);
        return (sql: string) => {
          if (/^(SELECT|INSERT)/.test(sql.trim())) {
            const asked = Array(sql.split('?').length - 1).fill(1);
            const plan = target.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...asked);
            plans.push(...plan.map((step) => (step as { detail: string }).detail));
          }
          return target.prepare(sql);
        };
      },
    });
    const clock = systemClock;
    databaseOf(watched, { clock, durability: 'full', lockTimeoutMs: 0, readonly: false, inMemory: true });
    expect(plans.length).toBeGreaterThan(8);
    // The last event of all is the end of a scan backwards, and the scan ends with it.
    expect(plans.filter((step) => /SCAN|TEMP B-TREE/.test(step))).toEqual(['SCAN events']);
  });

  test('a position is never given twice, even where triggers were dropped and rows deleted S7', async () => {
    const file = newFile();
    const store = (await openedHere({ file })).tenant(ACME);
    const { position } = await written(store, noting('a', ['1', '2', '3']));
    const db = new Sqlite(file);
    db.exec('DROP TRIGGER events_are_not_deleted; DELETE FROM events WHERE revision > 0');
    db.close();
    expect((await written(store, noting('b', ['4']))).position).toBeGreaterThan(position);
  });

  test('what no database can refuse to its owner is to drop the triggers REL-13', async () => {
    const file = newFile();
    const store = (await openedHere({ file })).tenant(ACME);
    await written(store, noting('a', ['1']));
    const db = new Sqlite(file);
    expect(() => db.exec('DELETE FROM events')).toThrow('events are never deleted');
    db.exec('DROP TRIGGER events_are_not_deleted; DELETE FROM events');
    db.close();
    expect(await logOf(store)).toEqual([]);
  });
});

describe('migrations', () => {
  const second = [...migrations, 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;'];
  const tables = (file: string): ReadonlyArray<unknown> => {
    const db = new Sqlite(file);
    try {
      return db.prepare("SELECT name FROM sqlite_schema WHERE name = 'later'").pluck().all();
    } finally {
      db.close();
    }
  };

  test('run again change nothing', () => {
    const db = fresh();
    const before = db.prepare('SELECT * FROM sqlite_schema').all();
    migrate(db);
    expect(db.prepare('SELECT * FROM sqlite_schema').all()).toEqual(before);
    expect(schemaOf(db)).toBe(migrations.length);
  });

  test('take up an older database where it stands, with all it holds', async () => {
    const file = newFile();
    const database = await opened({ file });
    await written(database.tenant(ACME), noting('a', ['1']));
    await database.close();

    const db = new Sqlite(file);
    migrate(db, second);
    expect(schemaOf(db)).toBe(2);
    expect(db.prepare('SELECT count(*) FROM events').pluck().get()).toBe(1);
    migrate(db, second);
    db.close();
    expect(tables(file)).toEqual(['later']);
  });

  test('never take a database back', () => {
    const db = new Sqlite(':memory:');
    migrate(db, second);
    migrate(db);
    expect(schemaOf(db)).toBe(2);
  });

  test('that fail leave the database as it was', () => {
    const db = fresh();
    expect(() => migrate(db, [...second, 'CREATE NONSENSE'])).toThrow(/NONSENSE/);
    expect(schemaOf(db)).toBe(1);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").pluck().get()).toBe(0);
  });

  test('of another process in between are not run again', () => {
    const file = newFile();
    const [mine, theirs] = [new Sqlite(file), new Sqlite(file)];
    let asked = 0;
    const slow = new Proxy(mine, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (key !== 'pragma') return typeof value === 'function' ? value.bind(target) : value;
        return (...args: Parameters<typeof target.pragma>) => {
          const answer = target.pragma(...args);
          asked += 1;
          if (asked === 1) migrate(theirs, second);
          return answer;
        };
      },
    });
    migrate(slow, second);
    expect(schemaOf(mine)).toBe(2);
    mine.close();
    theirs.close();
  });

  test('by several processes at once make one database', async () => {
    const file = newFile();
    const openers = Array.from({ length: 4 }, () => child('opener', [file, 'create']));
    await Promise.all(openers.map(({ done }) => done()));
    for (const { lines } of openers) expect(JSON.parse(lines.join(''))).toEqual({ type: 'Opened' });
    await openedHere({ file, mode: 'existing' });
  });
});
