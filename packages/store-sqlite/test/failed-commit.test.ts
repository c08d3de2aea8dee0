import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { connectionWith } from './support/connection.js';
import { failingAt, sqliteError } from './support/faulty.js';
import { ACME, logOf, noting, written } from './support/notes.js';
import { openedHere } from './support/opened.js';

const unknown = { left: { type: 'OutcomeUnknown', message: 'the disk says SQLITE_IOERR_FSYNC' } };
const unavailable = {
  left: {
    type: 'Unavailable',
    reason: 'failed',
    message: 'a commit failed, open the database anew: the disk says SQLITE_IOERR_FSYNC',
  },
};

describe('after a commit that failed nothing more is acknowledged', () => {
  test('nobody knows what became of it, and all after it is refused until it is opened anew S11', async () => {
    let begins = 0;
    const { file, store, database, texts } = connectionWith({
      COMMIT: failingAt('SQLITE_IOERR_FSYNC', 2),
      'BEGIN IMMEDIATE': (run) => {
        begins += 1;
        return run();
      },
    });
    const [first, lost, later] = [noting('a', ['1']), noting('a', ['2']), noting('a', ['3'])];
    await written(store, first);
    expect(await store.append(lost)()).toMatchObject(unknown);
    expect(await store.append(later)()).toEqual(E.left(unavailable.left));
    expect(await store.append(first)()).toEqual(E.left(unavailable.left));
    expect(begins).toBe(2);
    expect(texts()).toEqual(['1']);
    await database.close();

    const again = (await openedHere({ file })).tenant(ACME);
    expect((await written(again, lost)).firstRevision).toBe(1);
    await written(again, later);
    expect(texts()).toEqual(['1', '2', '3']);
  });

  test('what reached the disk all the same is settled by sending it again S6', async () => {
    const { file, store, database, texts } = connectionWith({
      COMMIT: (run) => {
        run();
        throw sqliteError('SQLITE_IOERR_FSYNC');
      },
    });
    const request = noting('a', ['1', '2'], 'none');
    expect(await store.append(request)()).toMatchObject(unknown);
    await database.close();
    const again = (await openedHere({ file })).tenant(ACME);
    expect(await written(again, request)).toMatchObject({ firstRevision: 0, lastRevision: 1 });
    expect(texts()).toEqual(['1', '2']);
  });

  test('all of its group are told that nobody knows', async () => {
    const { store, texts } = connectionWith({ COMMIT: failingAt('SQLITE_IOERR_FSYNC', 1) });
    const answers = await Promise.all(['1', '2', '3'].map((text) => store.append(noting('a', [text]))()));
    for (const answer of answers) expect(answer).toMatchObject(unknown);
    expect(texts()).toEqual([]);
  });

  test('what would have been tried singly after it is refused', async () => {
    const { store, texts } = connectionWith({ COMMIT: failingAt('SQLITE_IOERR_FSYNC', 2) });
    const broken = noting('b', ['bad']);
    (broken.writes[0]?.events[0] as { text: unknown }).text = { no: 'text' };
    const answers = await Promise.all(
      [noting('a', ['1']), noting('a', ['2']), broken, noting('a', ['3'])].map((request) => store.append(request)()),
    );
    expect(answers[0]).toMatchObject({ _tag: 'Right' });
    expect(answers[1]).toMatchObject(unknown);
    expect(answers.slice(2)).toEqual([E.left(unavailable.left), E.left(unavailable.left)]);
    expect(texts()).toEqual(['1']);
  });

  test('reading goes on', async () => {
    const { store } = connectionWith({ COMMIT: failingAt('SQLITE_IOERR_FSYNC', 2) });
    await written(store, noting('a', ['1']));
    expect(await store.append(noting('a', ['2']))()).toMatchObject(unknown);
    expect(await logOf(store)).toHaveLength(1);
  });

  test('a rollback that fails leaves as much in doubt', async () => {
    const { store } = connectionWith({
      COMMIT: failingAt('SQLITE_BUSY', 1),
      ROLLBACK: failingAt('SQLITE_IOERR_FSYNC', 1),
    });
    expect(await store.append(noting('a', ['1']))()).toMatchObject(unknown);
    expect(await store.append(noting('a', ['2']))()).toEqual(E.left(unavailable.left));
  });
});

describe('a disk that is full refuses what does not fit, and nothing else', () => {
  test('one append too large for it fails alone REL-3', async () => {
    const { pragma, store, texts } = connectionWith();
    await written(store, noting('a', ['1']));
    pragma(`max_page_count = ${Number(pragma('page_count')) + 20}`);
    const large = noting('a', ['x'.repeat(500_000)]);
    const answers = await Promise.all(
      [noting('a', ['2']), large, noting('a', ['3'])].map((each) => store.append(each)()),
    );
    expect(answers[1]).toEqual(E.left({ type: 'Unavailable', reason: 'failed', message: 'database or disk is full' }));
    expect(texts()).toEqual(['1', '2', '3']);

    pragma('max_page_count = 1000000');
    expect((await written(store, large)).firstRevision).toBe(3);
  });
});
