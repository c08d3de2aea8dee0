import { projectLog } from '@millrace/engine';
import type { CommandId, EncodedEvent, EventStore, Instant, StreamId } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test, vi } from 'vitest';
import { ask, drop, emptyStore, id, jarEngine, left, NOW, put, right, take } from '../support/engines.js';
import { faulty, oneByOne, unavailable } from '../support/faulty.js';
import { changed, coinsView, damagedAt, eventsOf } from '../support/views.js';

const views = { coins: coinsView };

const withJars = async (...commands: ReadonlyArray<object>): Promise<EventStore> => {
  const store = emptyStore();
  const engine = jarEngine(store);
  for (const command of commands) right(await engine.execute(ask(command))());
  return store;
};

describe('what is known', () => {
  const story = () => withJars(put('a', 5), put('b', 2), take('a', 1));

  test('LAW-31 everything there is', async () => {
    const { documents, position, events } = right(await projectLog({ store: await story(), eventsOf, views })());
    expect([...documents.coins]).toEqual([
      ['jar-a', { put: 5, taken: 1 }],
      ['jar-b', { put: 2, taken: 0 }],
    ]);
    expect({ position, events }).toEqual({ position: 3, events: 3 });
  });

  test('LAW-31 up to a position, that event included', async () => {
    const store = await story();
    const knownAt = { position: 2 };
    const { documents, position, events } = right(await projectLog({ store, eventsOf, views, knownAt })());
    expect(documents.coins.get('jar-a')).toEqual({ put: 5, taken: 0 });
    expect({ position, events }).toEqual({ position: 2, events: 2 });
  });

  test('LAW-29 up to a time of recording, what was recorded then included, and what later appends add is not', async () => {
    const times = ['09:00:00.000Z', '09:00:00.001Z', '09:00:00.002Z'].map((time) => `2026-11-24T${time}` as Instant);
    const store = changed(await story(), (stored) => ({ ...stored, recordedAt: times[stored.position - 1] ?? NOW }));
    const knownAt = { time: times[1] ?? NOW };
    expect(right(await projectLog({ store, eventsOf, views, knownAt })())).toMatchObject({ position: 2, events: 2 });
  });

  test('nothing, of an empty log and before the first event', async () => {
    const nothing = { position: 0, events: 0, documents: { coins: new Map() } };
    expect(right(await projectLog({ store: emptyStore(), eventsOf, views })())).toEqual(nothing);
    const knownAt = { position: 0 };
    expect(right(await projectLog({ store: await story(), eventsOf, views, knownAt })())).toEqual(nothing);
  });
});

describe('an event that nobody understands', () => {
  test('of an unknown kind is passed over, and counted', async () => {
    const store = await withJars(put('a', 1));
    const foreign: EncodedEvent = { id: id(9) as EncodedEvent['id'], type: 'Odd', text: 'not even JSON', bytes: 13 };
    const writes = [{ stream: 'odd-1' as StreamId, expected: 'none' as const, events: [foreign] }];
    right(await store.append({ commandId: id(9) as CommandId, writes, guards: [] })());
    const shown = right(await projectLog({ store, eventsOf, views })());
    expect(shown).toMatchObject({ position: 2, events: 2 });
    expect(shown.documents.coins.size).toBe(1);
  });

  test.each([
    ['its data', '"coins":2', '"coins":-0.5', { type: 'Mismatch', path: 'data/coins' }],
    ['its type', 'CoinsPut', 'CoinsBurnt', { type: 'UnknownEventType', name: 'CoinsBurnt' }],
    ['its schema', '"schema":1', '"schema":2', { type: 'NewerSchema', schema: 2, newest: 1 }],
    ['its actor', '"actor":"operator",', '', { type: 'Mismatch', path: 'meta/actor' }],
    ['its text', '{', '', { type: 'NotJsonText' }],
  ])('of a known kind ends it, whatever is wrong: %s', async (_, from, to, cause) => {
    const store = changed(await withJars(put('a', 1), put('a', 2)), damagedAt(2, from, to));
    expect(left(await projectLog({ store, eventsOf, views })())).toMatchObject({
      type: 'CorruptHistory',
      stream: 'jar-a',
      revision: 1,
      position: 2,
      cause,
    });
  });
});

describe('a long log', () => {
  test('is read in pages, and the rest of the process goes on meanwhile', async () => {
    const store = await withJars(...Array.from({ length: 5 }, () => drop('a', 1_000)));
    const progress = vi.fn();
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      timer = setImmediate(turn);
    };
    let timer = setImmediate(turn);
    const read = right(await projectLog({ store, eventsOf, views, onProgress: progress })());
    clearImmediate(timer);
    expect(progress.mock.calls).toEqual([[2_000], [4_000], [5_000]]);
    expect(read.documents.coins.get('jar-a')).toEqual({ put: 5_000, taken: 0 });
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  test('a page shorter than asked for does not end it', async () => {
    const store = await withJars(put('a', 1), put('a', 2), put('a', 3));
    const miserly: EventStore = { ...store, readAll: (after) => store.readAll(after, 1) };
    expect(right(await projectLog({ store: miserly, eventsOf, views })())).toMatchObject({ position: 3, events: 3 });
  });

  test('a store that fails in the middle is told', async () => {
    const failures = oneByOne([false, true]);
    const store = faulty(await withJars(put('a', 1)), { read: () => failures() === true });
    expect(await projectLog({ store, eventsOf, views })()).toEqual(E.left(unavailable));
  });
});
