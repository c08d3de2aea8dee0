import { type EventId, type StreamId, streamRead } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { stateCache } from '../src/execute/cache.js';
import { jarStream } from './support/engines.js';
import { jars } from './support/jars.js';

describe('the cache of states', () => {
  const { fold } = streamRead(jarStream('a'), { events: jars.events, fold: jars.decider }).of;
  const [a, b, c] = [jarStream('a'), jarStream('b'), jarStream('c')];
  const kept = (stream: StreamId, coins: number) => ({ stream, fold, state: { coins }, revision: coins });

  test('drops what was not used for the longest time', () => {
    const cache = stateCache(2);
    cache.set(kept(a, 1));
    cache.set(kept(b, 2));
    expect(cache.get(a, fold)).toEqual(kept(a, 1));
    cache.set(kept(c, 3));
    expect([a, b, c].map((stream) => cache.get(stream, fold)?.revision)).toEqual([1, undefined, 3]);
    cache.set(kept(a, 4));
    cache.set(kept(b, 5));
    expect([a, b, c].map((stream) => cache.get(stream, fold)?.revision)).toEqual([4, 5, undefined]);
  });

  test('of size 0 keeps nothing, of size 1 the last', () => {
    const [none, one] = [stateCache(0), stateCache(1)];
    for (const cache of [none, one]) {
      cache.set(kept(a, 1));
      cache.set(kept(b, 2));
    }
    expect([none.get(a, fold), none.get(b, fold)]).toEqual([undefined, undefined]);
    expect([one.get(a, fold), one.get(b, fold)]).toEqual([undefined, kept(b, 2)]);
  });

  test('knows a state only by the fold that made it, keeps nothing of an empty stream, and forgets when told', () => {
    const cache = stateCache(2);
    cache.set(kept(a, 1));
    expect(cache.get(a, { ...fold })).toEqual(kept(a, 1));
    expect(cache.get(a, { ...fold, evolve: (state, event) => fold.evolve(state, event) })).toBeUndefined();
    cache.set({ ...kept(b, 1), revision: 'none' });
    expect(cache.get(b, fold)).toBeUndefined();
    cache.delete(a);
    expect(cache.get(a, fold)).toBeUndefined();
  });

  test('keeps no trace of an event that was foreseen', () => {
    const cache = stateCache(1);
    cache.set({ ...kept(a, 1), lastEvent: '00000000-0000-5000-8000-000000000000' as EventId });
    expect(cache.get(a, fold)).toEqual(kept(a, 1));
  });
});
