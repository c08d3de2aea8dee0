import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate, migrations } from '../src/schema/migrate.js';
import { goldenClock, readGolden, writeGolden } from './golden/history.js';
import { newFile } from './support/folder.js';
import { ACME, noting, written } from './support/notes.js';
import { opened, openedHere } from './support/opened.js';

const path = (name: string): string => fileURLToPath(new URL(`./golden/${name}`, import.meta.url));

/** A copy of a golden database: the file itself is never opened. */
const copyOf = (schema: number): string => {
  const file = newFile();
  copyFileSync(path(`schema-${schema}.sqlite`), file);
  return file;
};

const frozen = (schema: number): unknown => JSON.parse(readFileSync(path(`schema-${schema}.json`), 'utf8'));

test('today the same history is written as the newest golden file has it', async () => {
  const file = newFile();
  const database = await opened({ file, clock: goldenClock() });
  await writeGolden(database);
  const told = await readGolden(database);
  await database.close();
  // A new schema gets its golden files once: WRITE_GOLDEN=1 vitest run packages/store-sqlite/test/golden.test.ts
  if (process.env['WRITE_GOLDEN'] === '1') {
    writeFileSync(path(`schema-${migrations.length}.json`), `${JSON.stringify(told, null, 2)}\n`);
    copyFileSync(file, path(`schema-${migrations.length}.sqlite`));
  }
  expect(told).toEqual(frozen(migrations.length));
});

describe.each(migrations.map((_, i) => i + 1))('a database of schema %i', (schema) => {
  test.each(['create', 'existing', 'readonly'] as const)(
    'is read for ever as it was written, mode %s LAW-26',
    async (mode) => {
      const database = await openedHere({ file: copyOf(schema), mode });
      expect(await readGolden(database)).toEqual(frozen(schema));
    },
  );

  test('has the tables and triggers that its migrations still make: they are frozen S12', () => {
    const schemaIn = (db: InstanceType<typeof Sqlite>): ReadonlyArray<unknown> => {
      const rows = db.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").all();
      db.close();
      return rows;
    };
    const made = new Sqlite(':memory:');
    migrate(made, migrations.slice(0, schema));
    expect(schemaIn(new Sqlite(copyOf(schema)))).toEqual(schemaIn(made));
  });

  test('goes on: what was sent before is known, and more is taken S6 S7', async () => {
    const database = await openedHere({ file: copyOf(schema), mode: 'existing', clock: goldenClock() });
    await writeGolden(database);
    expect(await readGolden(database)).toEqual(frozen(schema));
    const { firstRevision, position } = await written(database.tenant(ACME), noting('a', ['more'], 3));
    expect([firstRevision, position]).toEqual([4, 12]);
  });
});
