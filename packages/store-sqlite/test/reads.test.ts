import { openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { EventStore } from '@millrace/kernel';
import { openSqlite } from '@millrace/store-sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { connectionWith } from './support/connection.js';
import { type Fault, sqliteError } from './support/faulty.js';
import { newFile } from './support/folder.js';
import { ACME, logOf, noting, stream, written } from './support/notes.js';
import { opened, openedHere } from './support/opened.js';

const TENANT = 'SELECT id FROM tenants WHERE name = ?';

/** Every question there is. */
const questions = (store: EventStore): ReadonlyArray<() => Promise<E.Either<unknown, unknown>>> => [
  store.readAll(0, 10),
  store.readStream(stream('a'), 0, 10),
  store.receiptOf(stream('a'), noting('a', ['x']).commandId),
  store.head,
];

/** A store whose reads meet an error of SQLite for as long as they are told to. */
const failing = async (code: string, lockTimeoutMs: number) => {
  const state = { fails: false };
  const fault: Fault = (run) => {
    if (state.fails) throw sqliteError(code);
    return run();
  };
  const { store } = connectionWith({ [TENANT]: fault }, { lockTimeoutMs });
  return { store, state };
};

describe('a read that fails says why', () => {
  test.each([
    ['SQLITE_CORRUPT', { type: 'StoreDamaged', message: 'the disk says SQLITE_CORRUPT' }],
    ['SQLITE_CORRUPT_VTAB', { type: 'StoreDamaged', message: 'the disk says SQLITE_CORRUPT_VTAB' }],
    ['SQLITE_NOTADB', { type: 'StoreDamaged', message: 'the disk says SQLITE_NOTADB' }],
    ['SQLITE_IOERR_READ', { type: 'Unavailable', reason: 'failed', message: 'the disk says SQLITE_IOERR_READ' }],
  ])('%s', async (code, left) => {
    const { store, state } = await failing(code, 1_000);
    state.fails = true;
    for (const ask of questions(store)) expect(await ask()).toEqual(E.left(left));
    expect(await store.subscribe(0, async () => undefined).ended).toEqual(left);
  });

  test.each(['SQLITE_BUSY', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED'])('%s, when it lasts too long', async (code) => {
    const { store, state } = await failing(code, 60);
    state.fails = true;
    const left = { type: 'Unavailable', reason: 'locked', message: `the disk says ${code}` };
    for (const ask of questions(store)) expect(await ask()).toEqual(E.left(left));
  });

  test('a lock that goes away in time is waited for S9', async () => {
    const { store, state } = await failing('SQLITE_BUSY', 10_000);
    await written(store, noting('a', ['1']));
    state.fails = true;
    const asked = questions(store).map((ask) => ask());
    const seen: Array<number> = [];
    const subscription = store.subscribe(0, async (events) => {
      seen.push(...events.map(({ position }) => position));
    });
    await setTimeout(60);
    expect(seen).toEqual([]);
    state.fails = false;
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ _tag: 'Right' });
    while (seen.length === 0) await setTimeout(5);
    expect(await subscription.stop()).toEqual({ type: 'Stopped' });
    expect(seen).toEqual([1]);
  });
});

describe('a file that was damaged', () => {
  test('is said to be so by what meets the damage REL-10', async () => {
    const file = newFile();
    const database = await opened({ file });
    for (let i = 0; i < 50; i++) await written(database.tenant(ACME), noting('a', ['x'.repeat(1_000)]));
    await database.close();
    const size = readFileSync(file).length;
    const descriptor = openSync(file, 'r+');
    writeSync(descriptor, Buffer.alloc(size - 4_096, 0x5a), 0, size - 4_096, 4_096);

    const store = (await openedHere({ file, mode: 'existing' })).tenant(ACME);
    for (const ask of [store.readAll(0, 100), store.head, store.append(noting('a', ['x']))]) {
      expect(await ask()).toMatchObject({ left: { type: 'StoreDamaged' } });
    }
    expect(await store.subscribe(0, async () => undefined).ended).toMatchObject({ type: 'StoreDamaged' });
  });

  test('is refused when its schema cannot be read', async () => {
    const file = newFile();
    await (await opened({ file })).close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 108, 4_096);
    writeFileSync(file, bytes);
    expect(await openSqlite({ file })()).toMatchObject({ left: { type: 'StoreDamaged', file } });
  });
});

describe('a long read', () => {
  test('lets everything else have its turn after each full page', async () => {
    const store = (await openedHere({ file: newFile() })).tenant(ACME);
    for (let i = 0; i < 20; i++) await written(store, noting('a', Array(10).fill('x')));
    let turns = 0;
    let isReading = true;
    const turn = (): void => {
      turns += 1;
      if (isReading) setImmediate(turn);
    };
    setImmediate(turn);
    let after = 0;
    for (let page = 0; page < 20; page++) {
      const read = await store.readAll(after, 10)();
      if (E.isLeft(read)) throw new Error('cannot read');
      after = read.right.upTo;
    }
    isReading = false;
    expect(turns).toBeGreaterThanOrEqual(20);
    expect(await logOf(store)).toHaveLength(200);
  });

  test('so does a subscription that catches up', async () => {
    const store = (await openedHere({ file: newFile() })).tenant(ACME);
    for (let i = 0; i < 10; i++) await written(store, noting('a', Array(10).fill('x')));
    let turns = 0;
    let seen = 0;
    const turn = (): void => {
      turns += 1;
      if (seen < 100) setImmediate(turn);
    };
    setImmediate(turn);
    const subscription = store.subscribe(
      0,
      async (events) => {
        seen += events.length;
      },
      { batchSize: 5 },
    );
    while (seen < 100) await setTimeout(1);
    await subscription.stop();
    expect(turns).toBeGreaterThanOrEqual(19);
  });
});
