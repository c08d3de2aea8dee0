import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { connectionWith } from './support/connection.js';
import { folder, newFile } from './support/folder.js';
import { ACME, logOf, noting, written } from './support/notes.js';
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

const appender = fileURLToPath(new URL('./children/appender.ts', import.meta.url));

const canTrace = spawnSync('strace', ['-qq', '-o', '/dev/null', process.execPath, '-e', '0']).status === 0;

/** Runs an appender whose calls of fsync and fdatasync are counted, and one of which may fail. */
const traced = (args: ReadonlyArray<string | number>, failing?: number) => {
  const trace = join(folder(), 'trace');
  const fault = failing === undefined ? [] : ['-e', `inject=fsync,fdatasync:error=EIO:when=${failing}`];
  const command = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', ...fault, '-o', trace, process.execPath, appender];
  const { stdout, stderr } = spawnSync('strace', [...command, ...args.map(String)], { encoding: 'utf8' });
  const syncs = readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => / f(data)?sync\(\d+\) += /.test(line));
  const acknowledged = stdout.split('\n').filter((line) => line.startsWith('ack ')).length;
  return { acknowledged, syncs: syncs.length, stderr };
};

describe.skipIf(!canTrace)('as strace sees it (skipped where it is not here, or may not trace)', () => {
  test('every acknowledged commit was synced to the disk, also after it is opened again REL-2 S11', () => {
    const file = newFile();
    // 20 commands of one caller are 20 commits; opening and closing sync a few times more.
    for (const from of [0, 20]) {
      const { acknowledged, syncs } = traced([file, 'a', from, 20]);
      expect(acknowledged).toBe(20);
      expect(syncs).toBeGreaterThanOrEqual(20);
    }
  });

  test('a sync that fails leaves the outcome unknown, and sent again it settles REL-3 S6', async () => {
    const opening = traced([newFile(), 'a', 0, 0]).syncs;
    const file = newFile();
    const { acknowledged, stderr } = traced([file, 'a', 0, 8], opening + 3);
    expect(stderr).toContain('{"type":"OutcomeUnknown","message":"disk I/O error"}');
    expect(acknowledged).toBeGreaterThan(0);
    expect(acknowledged).toBeLessThan(8);

    expect(traced([file, 'a', acknowledged, 8 - acknowledged]).acknowledged).toBe(8 - acknowledged);
    expect(await logOf((await openedHere({ file })).tenant(ACME))).toHaveLength(4 + 4 * 3);
  });
});
