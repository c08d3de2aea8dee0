import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { connectionWith } from './support/connection.js';
import { folder, newFile } from './support/folder.js';
import { ACME, noting, written } from './support/notes.js';
import { opened, openedHere } from './support/opened.js';

describe('synchronous', () => {
  test('by itself SQLite says FULL until the first write, and NORMAL from then on: the trap is there', () => {
    const db = new Sqlite(newFile());
    db.pragma('journal_mode = WAL');
    const before = db.pragma('synchronous', { simple: true });
    db.exec('CREATE TABLE a (b)');
    expect([before, db.pragma('synchronous', { simple: true })]).toEqual([2, 1]);
    db.close();
  });

  test('is looked at before the first acknowledgement, and again never REL-2', async () => {
    const { store, pragma, texts } = connectionWith();
    pragma('synchronous = NORMAL');
    const request = noting('a', ['1']);
    expect(await store.append(request)()).toEqual(
      E.left({
        type: 'Unavailable',
        reason: 'failed',
        message: 'synchronous is 1 after the first write, not 2',
      }),
    );
    expect(texts()).toEqual([]);
    pragma('synchronous = FULL');
    await written(store, request);
    expect(pragma('synchronous')).toBe(2);
  });

  test('is NORMAL for who asks for it', async () => {
    const { store, pragma } = connectionWith({}, { durability: 'normal' });
    expect(await store.append(noting('a', ['1']))()).toMatchObject({ left: { type: 'Unavailable' } });
    pragma('synchronous = NORMAL');
    await written(store, noting('a', ['1']));
    await written((await openedHere({ file: newFile(), durability: 'normal' })).tenant(ACME), noting('a', ['1']));
  });

  test('the write-ahead log is used, and the file says so', async () => {
    const file = newFile();
    const database = await opened({ file });
    await written(database.tenant(ACME), noting('a', ['1']));
    await database.close();
    expect([...readFileSync(file).subarray(18, 20)]).toEqual([2, 2]);
  });
});

/** Counts the calls of fsync and fdatasync of a child, by strace; nothing where it cannot. */
const syncsOf = (...args: ReadonlyArray<string>): number | undefined => {
  const program = fileURLToPath(new URL('./children/appender.ts', import.meta.url));
  const trace = join(folder(), 'trace');
  const command = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath, program, ...args];
  const { status } = spawnSync('strace', command, { stdio: 'ignore' });
  if (status !== 0) return undefined;
  return readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => / f(data)?sync\(\d+\) += 0/.test(line)).length;
};

test('every acknowledged commit was synced to the disk first, also after it is opened again REL-2 S11', (context) => {
  if (spawnSync('strace', ['-qq', '-o', '/dev/null', process.execPath, '-e', '0']).status !== 0) {
    context.skip('strace is not here, or may not trace');
  }
  const file = newFile();
  // 20 commands of one caller are 20 commits; opening and closing sync a few times more.
  for (const from of ['0', '20']) expect(syncsOf(file, 'a', from, '20')).toBeGreaterThanOrEqual(20);
});
