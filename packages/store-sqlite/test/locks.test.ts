import { setTimeout } from 'node:timers/promises';
import { openSqlite } from '@millrace/store-sqlite';
import Sqlite from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { child } from './support/children.js';
import { connectionWith } from './support/connection.js';
import { type Fault, failingAt, sqliteError } from './support/faulty.js';
import { newFile } from './support/folder.js';
import { ACME, logOf, noting, stream, written } from './support/notes.js';
import { opened, openedHere } from './support/opened.js';

/** Does something, and tells how many turns of 10 ms the event loop had meanwhile. */
const turnsDuring = async <A>(work: Promise<A>): Promise<{ readonly result: A; readonly turns: number }> => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 10);
  try {
    return { result: await work, turns };
  } finally {
    clearInterval(timer);
  }
};

/** Another connection that holds what SQL locks, until it is let go. */
const holding = (file: string, sql: string): (() => void) => {
  const db = new Sqlite(file);
  db.exec(sql);
  onTestFinished(() => {
    db.close();
  });
  return () => db.close();
};

describe('another process holds the write lock', () => {
  test('an append waits, the event loop does not, and it is written once the lock is gone', async () => {
    const file = newFile();
    const store = (await openedHere({ file })).tenant(ACME);
    await written(store, noting('a', ['1']));
    const locker = child('locker', [file, 'BEGIN EXCLUSIVE', 600]);
    await locker.says('locked');
    const waiting = [noting('a', ['2'], 0), noting('a', ['3'], 1)].map((request) => written(store, request));
    const { result, turns } = await turnsDuring(Promise.all(waiting));
    expect(result.map(({ firstRevision }) => firstRevision)).toEqual([1, 2]);
    expect(turns).toBeGreaterThan(0);
    expect(await logOf(store)).toHaveLength(3);
  });

  test('reading goes on beside it', async () => {
    const file = newFile();
    const store = (await openedHere({ file })).tenant(ACME);
    await written(store, noting('a', ['1']));
    holding(file, 'BEGIN EXCLUSIVE');
    expect(await logOf(store)).toHaveLength(1);
  });

  test('longer than an append waits, it is told so, and asked again it is written', async () => {
    const file = newFile();
    const store = (await openedHere({ file, lockTimeoutMs: 150 })).tenant(ACME);
    const release = holding(file, 'BEGIN IMMEDIATE');
    const request = noting('a', ['1'], 'none');
    const since = performance.now();
    expect(await store.append(request)()).toEqual(
      E.left({ type: 'Unavailable', reason: 'locked', message: 'database is locked' }),
    );
    expect(performance.now() - since).toBeGreaterThanOrEqual(150);
    release();
    await written(store, request);
  });

  test('while it is closed, what was asked before is written first', async () => {
    const file = newFile();
    const database = await opened({ file });
    const store = database.tenant(ACME);
    const release = holding(file, 'BEGIN IMMEDIATE');
    const asked = written(store, noting('a', ['1']));
    const closing = database.close();
    await setTimeout(50);
    release();
    await closing;
    expect((await asked).firstRevision).toBe(0);
  });
});

describe('another process holds the whole database', () => {
  const exclusively = 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT';

  test('it is opened once it is released, for which the event loop must go on', async () => {
    const file = newFile();
    const release = holding(file, 'BEGIN EXCLUSIVE');
    setTimeout(200).then(release);
    await openedHere({ file });
  });

  test.each(['create', 'existing', 'readonly'] as const)('longer than that, it is locked, mode %s', async (mode) => {
    const file = newFile();
    await (await opened({ file })).close();
    holding(file, exclusively);
    expect(await openSqlite({ file, mode, lockTimeoutMs: 100 })()).toEqual(
      E.left({ type: 'DatabaseLocked', file, message: 'database is locked' }),
    );
  });
});

describe('a lock that comes and goes', () => {
  test('while a group is tried singly, the rest keeps its place S7', async () => {
    const { store, texts } = connectionWith({ 'BEGIN IMMEDIATE': failingAt('SQLITE_BUSY', 1, 4) });
    const broken = noting('b', ['bad']);
    (broken.writes[0]?.events[0] as { text: unknown }).text = { no: 'text' };
    const requests = [noting('a', ['1']), noting('c', ['2']), broken, noting('a', ['3']), noting('c', ['4'])];
    const asked = requests.map((request) => store.append(request)());
    await setTimeout(1);
    const last = store.append(noting('a', ['5']))();
    const answers = await Promise.all([...asked, last]);
    expect(answers.map(({ _tag }) => _tag)).toEqual(['Right', 'Right', 'Left', 'Right', 'Right', 'Right']);
    expect(texts()).toEqual(['1', '2', '3', '4', '5']);
  });

  test('at the commit, it is written at the second try', async () => {
    const { store, texts } = connectionWith({ COMMIT: failingAt('SQLITE_BUSY', 1) });
    expect(await written(store, noting('a', ['1'], 'none'))).toMatchObject({ stream: stream('a'), firstRevision: 0 });
    expect(texts()).toEqual(['1']);
  });

  test('only those who have waited too long are told so', async () => {
    let isLocked = true;
    const whileLocked: Fault = (run) => {
      if (isLocked) throw sqliteError('SQLITE_BUSY');
      return run();
    };
    const { store, texts } = connectionWith({ 'BEGIN IMMEDIATE': whileLocked }, { lockTimeoutMs: 800 });
    const early = store.append(noting('a', ['early']))();
    await setTimeout(400);
    const late = store.append(noting('a', ['late']))();
    expect(await early).toMatchObject({ left: { type: 'Unavailable', reason: 'locked' } });
    isLocked = false;
    expect(await late).toMatchObject({ _tag: 'Right' });
    expect(texts()).toEqual(['late']);
  });
});
