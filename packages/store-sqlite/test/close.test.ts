import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SubscriptionEnd } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { newFile } from './support/folder.js';
import { ACME, logOf, noting, stream, written } from './support/notes.js';
import { opened, openedHere } from './support/opened.js';

const closed = { type: 'Unavailable', reason: 'closed', message: 'the database was closed' };

describe('closing a database', () => {
  test('writes what was accepted, refuses what comes after, and answers all', async () => {
    const file = newFile();
    const database = await opened({ file });
    const store = database.tenant(ACME);
    const before = Array.from({ length: 300 }, (_, i) => store.append(noting('a', [`${i}`]))());
    const closing = database.close();
    const after = store.append(noting('a', ['late']))();
    expect(await after).toEqual(E.left(closed));
    await closing;
    for (const answer of await Promise.all(before)) expect(answer).toMatchObject({ _tag: 'Right' });
    expect(await logOf((await openedHere({ file })).tenant(ACME))).toHaveLength(300);
  });

  test('ends subscriptions as stopped, their batch under way handled', async () => {
    const database = await opened({ file: newFile() });
    const store = database.tenant(ACME);
    await written(store, noting('a', ['1']));
    let handled = false;
    const busy = store.subscribe(0, async () => {
      await setTimeout(40);
      handled = true;
    });
    const idle = store.subscribe(1, async () => undefined);
    const stopped = store.subscribe(0, async () => undefined);
    await stopped.stop();
    await setTimeout(5);
    await database.close();
    expect(handled).toBe(true);
    const ends: ReadonlyArray<SubscriptionEnd> = await Promise.all([busy.ended, idle.ended, stopped.ended]);
    expect(ends).toEqual([{ type: 'Stopped' }, { type: 'Stopped' }, { type: 'Stopped' }]);
  });

  test('leaves every question answered that it is closed', async () => {
    const database = await opened({ file: newFile() });
    const store = database.tenant(ACME);
    await written(store, noting('a', ['1']));
    await database.close();
    for (const ask of [
      store.readAll(0, 10),
      store.readStream(stream('a'), 0, 10),
      store.receiptOf(stream('a'), noting('a', ['x']).commandId),
      store.head,
      store.append(noting('a', ['x'])),
    ]) {
      expect(await ask()).toEqual(E.left(closed));
    }
    expect(await store.subscribe(0, async () => undefined).ended).toEqual(closed);
  });

  test('ends a subscription begun while it closes', async () => {
    const database = await opened({ file: newFile() });
    const store = database.tenant(ACME);
    await written(store, noting('a', ['1']));
    store.subscribe(0, () => setTimeout(30));
    await setTimeout(5);
    const closing = database.close();
    await Promise.resolve();
    const late = store.subscribe(1, async () => undefined);
    await closing;
    expect(await late.ended).toMatchObject({ type: expect.stringMatching(/^(Stopped|Unavailable)$/) });
  });

  test('may be asked for twice, and again', async () => {
    const database = await opened({ file: newFile() });
    await written(database.tenant(ACME), noting('a', ['1']));
    await Promise.all([database.close(), database.close()]);
    await database.close();
  });

  test('leaves one file, and nothing beside it', async () => {
    const file = newFile();
    const database = await opened({ file });
    await written(database.tenant(ACME), noting('a', ['1']));
    await database.close();
    expect(readdirSync(dirname(file))).toEqual(['test.sqlite']);
  });
});
