import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openSqlite, type SqliteOptions } from '@millrace/store-sqlite';
import Sqlite from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nodeTooOld } from '../src/node-version.js';
import { child } from './support/children.js';
import { folder } from './support/folder.js';
import { ACME, logOf, noting, written } from './support/notes.js';
import { opened, openedHere } from './support/opened.js';

/** Everything under a folder, byte for byte. */
const contents = (path: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(path, { withFileTypes: true }).map((entry) => [
      entry.name,
      entry.isFile() ? readFileSync(join(path, entry.name), 'hex') : 'folder',
    ]),
  );

/** A database of ours with a few events, closed. */
const ours = async (path: string, events = 3): Promise<string> => {
  const file = join(path, 'ours.sqlite');
  const database = await opened({ file });
  for (let i = 0; i < events; i++) await written(database.tenant(ACME), noting('a', ['x'.repeat(3_000)]));
  await database.close();
  return file;
};

const raw = (file: string, ...sql: ReadonlyArray<string>): void => {
  const db = new Sqlite(file);
  for (const one of sql) db.exec(one);
  db.close();
};

type Mode = NonNullable<SqliteOptions['mode']>;
const modes: ReadonlyArray<Mode> = ['create', 'existing', 'readonly'];

interface Bad {
  readonly title: string;
  readonly modes: ReadonlyArray<Mode>;
  /** Makes it in a folder, and gives its path. */
  readonly make: (path: string) => string | Promise<string>;
  readonly error: object;
}

const foreign = { type: 'NotAMillraceDatabase', message: 'the file is a database of something else' };
const noSqlite = { type: 'NotAMillraceDatabase', message: 'the file is no SQLite database' };

const bad: ReadonlyArray<Bad> = [
  {
    title: 'a missing file',
    modes: ['existing', 'readonly'],
    make: (path) => join(path, 'missing.sqlite'),
    error: { type: 'FileMissing' },
  },
  {
    title: 'a file in a missing folder',
    modes: ['existing', 'readonly'],
    make: (path) => join(path, 'missing/ours.sqlite'),
    error: { type: 'FileMissing' },
  },
  {
    title: 'a new file in a missing folder',
    modes: ['create'],
    make: (path) => join(path, 'missing/ours.sqlite'),
    error: { type: 'CannotOpen', message: expect.stringContaining('directory') },
  },
  {
    title: 'a folder',
    modes,
    make: (path) => {
      mkdirSync(join(path, 'ours.sqlite'));
      return join(path, 'ours.sqlite');
    },
    error: { type: 'CannotOpen', message: 'it is no regular file' },
  },
  {
    title: 'a path through a file',
    modes: ['existing', 'readonly'],
    make: (path) => {
      writeFileSync(join(path, 'file'), 'x');
      return join(path, 'file/ours.sqlite');
    },
    error: { type: 'FileMissing' },
  },
  {
    title: 'a file of nothing',
    modes: ['existing', 'readonly'],
    make: (path) => {
      writeFileSync(join(path, 'empty.sqlite'), '');
      return join(path, 'empty.sqlite');
    },
    error: { type: 'NotAMillraceDatabase', message: 'the database is empty' },
  },
  {
    title: 'a database without a table',
    modes: ['existing', 'readonly'],
    make: (path) => {
      raw(join(path, 'empty.sqlite'), 'CREATE TABLE a (b); DROP TABLE a; VACUUM');
      return join(path, 'empty.sqlite');
    },
    error: { type: 'NotAMillraceDatabase', message: 'the database is empty' },
  },
  {
    title: 'a text',
    modes,
    make: (path) => {
      writeFileSync(join(path, 'text.csv'), 'stage,customer\n'.repeat(1_000));
      return join(path, 'text.csv');
    },
    error: noSqlite,
  },
  {
    title: 'a short text',
    modes,
    make: (path) => {
      writeFileSync(join(path, 'text.csv'), 'x');
      return join(path, 'text.csv');
    },
    error: noSqlite,
  },
  {
    title: 'a database cut off within its header',
    modes,
    make: async (path) => {
      const file = await ours(path);
      truncateSync(file, 60);
      return file;
    },
    error: noSqlite,
  },
  {
    title: 'a database cut off after its first page',
    modes,
    make: async (path) => {
      const file = await ours(path);
      truncateSync(file, 4_096);
      return file;
    },
    error: { type: 'StoreDamaged', message: expect.stringMatching(/cut off: 4096 of \d+ bytes/) },
  },
  {
    title: 'a database cut off by one byte',
    modes,
    make: async (path) => {
      const file = await ours(path);
      truncateSync(file, readFileSync(file).length - 1);
      return file;
    },
    error: { type: 'StoreDamaged', message: expect.stringContaining('cut off') },
  },
  {
    title: 'a database of something else',
    modes,
    make: (path) => {
      raw(join(path, 'other.sqlite'), 'CREATE TABLE a (b); INSERT INTO a VALUES (1)');
      return join(path, 'other.sqlite');
    },
    error: foreign,
  },
  {
    title: 'a database of something else, in WAL mode',
    modes,
    make: (path) => {
      raw(join(path, 'other.sqlite'), 'PRAGMA journal_mode = WAL', 'CREATE TABLE a (b); INSERT INTO a VALUES (1)');
      return join(path, 'other.sqlite');
    },
    error: foreign,
  },
  {
    title: 'a database of something else that has as yet no table',
    modes,
    make: (path) => {
      raw(join(path, 'other.sqlite'), 'PRAGMA application_id = 7');
      return join(path, 'other.sqlite');
    },
    error: foreign,
  },
  {
    title: 'a database of a newer schema',
    modes,
    make: async (path) => {
      const file = await ours(path);
      raw(file, 'PRAGMA user_version = 99');
      return file;
    },
    error: { type: 'NewerSchema', schema: 99, newest: 1 },
  },
  {
    title: 'a database of a schema that never was',
    modes,
    make: async (path) => {
      const file = await ours(path);
      raw(file, 'PRAGMA user_version = -1');
      return file;
    },
    error: { type: 'StoreDamaged', message: 'there is no schema -1' },
  },
  {
    title: 'a database cut off that has large pages',
    modes,
    make: async (path) => {
      raw(join(path, 'ours.sqlite'), 'PRAGMA page_size = 65536; CREATE TABLE a (b); DROP TABLE a; VACUUM');
      const file = await ours(path);
      truncateSync(file, 65_536 * 3);
      return file;
    },
    error: { type: 'StoreDamaged', message: expect.stringMatching(/cut off: 196608 of \d+ bytes/) },
  },
  {
    title: 'a database whose header is damaged',
    modes,
    make: async (path) => {
      const file = await ours(path);
      const bytes = readFileSync(file);
      bytes.writeUInt16BE(3, 16);
      writeFileSync(file, bytes);
      return file;
    },
    error: noSqlite,
  },
  { title: 'no name', modes, make: () => '', error: { type: 'CannotOpen', message: expect.stringContaining('name') } },
  {
    title: 'a name that ends in a blank',
    modes,
    make: async (path) => `${await ours(path)} `,
    error: { type: 'CannotOpen', message: expect.stringContaining('blank') },
  },
  {
    title: 'a name with a NUL',
    modes,
    make: (path) => join(path, 'a\u0000b'),
    error: { type: 'CannotOpen', message: expect.stringContaining('null bytes') },
  },
];

describe('what cannot be opened is named, and left as it was REL-10', () => {
  for (const { title, modes: tried, make, error } of bad) {
    for (const mode of tried) {
      test(`${title}, mode ${mode}`, async () => {
        const path = folder();
        const file = await make(path);
        const before = contents(path);
        expect(await openSqlite({ file, mode })()).toEqual(E.left({ file, ...error }));
        expect(contents(path)).toEqual(before);
      });
    }
  }
});

test.each(modes)('what only the write-ahead log tells is found through the connection, mode %s', async (mode) => {
  const file = await ours(folder());
  const newer = new Sqlite(file);
  onTestFinished(() => {
    newer.close();
  });
  newer.pragma('user_version = 99');
  const before = readFileSync(file, 'hex');
  expect(await openSqlite({ file, mode })()).toEqual(E.left({ type: 'NewerSchema', file, schema: 99, newest: 1 }));
  expect(readFileSync(file, 'hex')).toBe(before);
});

describe('what is ours is opened', () => {
  test('a new file is made, and one of nothing filled', async () => {
    const path = folder();
    writeFileSync(join(path, 'empty.sqlite'), '');
    for (const name of ['new.sqlite', 'empty.sqlite', 'vacuumed.sqlite', 'ünïcode 名.sqlite']) {
      const file = join(path, name);
      if (name === 'vacuumed.sqlite') raw(file, 'CREATE TABLE a (b); DROP TABLE a; VACUUM');
      const database = await openedHere({ file });
      await written(database.tenant(ACME), noting('a', ['x'], 'none'));
      expect(existsSync(file)).toBe(true);
    }
  });

  test('a name that looks like a URI is a name', async () => {
    const path = folder();
    const cwd = process.cwd();
    process.chdir(path);
    try {
      const database = await opened({ file: 'file:a.sqlite?mode=memory' });
      await database.close();
      expect(readdirSync(path)).toEqual(['file:a.sqlite?mode=memory']);
    } finally {
      process.chdir(cwd);
    }
  });

  test('opened for reading it can be read, changes nothing, and refuses to write', async () => {
    const file = await ours(folder());
    const before = readFileSync(file, 'hex');
    const store = (await openedHere({ file, mode: 'readonly' })).tenant(ACME);
    expect(await logOf(store)).toHaveLength(3);
    expect(await store.append(noting('a', ['x']))()).toEqual(
      E.left({ type: 'Unavailable', reason: 'failed', message: 'the database was opened for reading only' }),
    );
    expect(readFileSync(file, 'hex')).toBe(before);
  });

  test('one that has the newest schema is opened without a write', async () => {
    const file = await ours(folder());
    const before = readFileSync(file, 'hex');
    const database = await opened({ file, mode: 'existing' });
    expect(existsSync(`${file}-wal`) && readFileSync(`${file}-wal`).length > 0).toBe(false);
    await database.close();
    expect(readFileSync(file, 'hex')).toBe(before);
  });

  test.each(modes)(
    'one whose process was killed, with all it holds in the write-ahead log, mode %s S11',
    async (mode) => {
      const path = folder();
      const file = await ours(path);
      const living = await openedHere({ file });
      await written(living.tenant(ACME), noting('a', ['in the log']));
      mkdirSync(join(path, 'copy'));
      for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, join(path, `copy/ours.sqlite${end}`));
      const again = await openedHere({ file: join(path, 'copy/ours.sqlite'), mode });
      expect(await logOf(again.tenant(ACME))).toHaveLength(4);
    },
  );

  test.each(modes)(
    'one killed before its first checkpoint, whose file is as good as empty, mode %s S11',
    async (mode) => {
      const path = folder();
      const living = await openedHere({ file: join(path, 'living.sqlite') });
      await written(living.tenant(ACME), noting('a', ['x']));
      for (const end of ['', '-wal'])
        copyFileSync(join(path, `living.sqlite${end}`), join(path, `killed.sqlite${end}`));
      const again = await openedHere({ file: join(path, 'killed.sqlite'), mode });
      expect(await logOf(again.tenant(ACME))).toHaveLength(1);
    },
  );

  test('in memory it is made, and neither found nor read', async () => {
    const database = await openedHere({ file: ':memory:' });
    expect(database.tenant(ACME).capabilities).toMatchObject({ durable: false, sharedByProcesses: false });
    for (const mode of ['existing', 'readonly'] as const) {
      expect(await openSqlite({ file: ':memory:', mode })()).toEqual(E.left({ type: 'FileMissing', file: ':memory:' }));
    }
  });

  test('options named but left undefined are as if left out', async () => {
    const options = { file: join(folder(), 'a.sqlite'), mode: undefined, durability: undefined, clock: undefined };
    const database = await openedHere(options as unknown as SqliteOptions);
    await written(database.tenant(ACME), noting('a', ['x']));
  });
});

describe('a file that may not be written', () => {
  // Whoever runs this as root may write everything: another user does it then.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

  test.each([
    ['create', 'CannotOpen'],
    ['existing', 'CannotOpen'],
    ['readonly', 'Opened'],
  ])('mode %s: %s', async (mode, type) => {
    const path = folder();
    const file = await ours(path);
    chmodSync(path, 0o777);
    chmodSync(file, 0o444);
    const before = readFileSync(file, 'hex');
    const opener = child('opener', [file, mode], nobody);
    await opener.done();
    expect(JSON.parse(opener.lines.join(''))).toMatchObject({ type });
    expect(readFileSync(file, 'hex')).toBe(before);
  });
});

describe('a Node too old for better-sqlite3 is told so', () => {
  test.each(['20.19.0', '18.0.0', '21.7.3'])('%s', (version) => {
    expect(nodeTooOld(version)).toEqual({ type: 'NodeTooOld', version, message: expect.stringContaining(version) });
  });
  test.each(['22.0.0', '24.21.0', '100.0.0'])('%s is not', (version) => {
    expect(nodeTooOld(version)).toBeUndefined();
  });
});
