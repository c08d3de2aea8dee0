import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite, type SqliteOptions } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { child } from '../support/children.js';
import { modes, ours, raw } from '../support/files.js';
import { folder } from '../support/folder.js';
import { ACME, logOf, noting, written } from '../support/notes.js';
import { opened, openedHere } from '../support/opened.js';

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
