import { liveViews } from '@millrace/engine';
import type { View } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { ask, done, emptyStore, jarEngine, left, put, right, take } from '../support/engines.js';
import { faulty, unavailable } from '../support/faulty.js';
import type { JarEvent } from '../support/jars.js';
import { changed, coinsView, damagedAt, eventsOf } from '../support/views.js';

const views = { coins: coinsView };

describe('waiting for a position', () => {
  test('LAW-22 settles once everything up to it was shown, from history and live', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    const first = done(await engine.execute(ask(put('a', 1)))()).receipt;
    const live = liveViews({ store, eventsOf, views });
    expect(right(await live.reached(first.position)())).toBe(1);
    expect(live.documents.coins.get('jar-a')).toEqual({ put: 1, taken: 0 });

    const waiting = live.reached(2)();
    right(await engine.execute(ask(take('a', 1)))());
    expect(right(await waiting)).toBe(2);
    expect(live.documents.coins.get('jar-a')).toEqual({ put: 1, taken: 1 });
    expect(live.position()).toBe(2);
    expect(right(await live.reached(0)())).toBe(2);
    await live.stop();
  });

  test('settles with the end where there is nothing to wait for any more', async () => {
    const store = emptyStore();
    const live = liveViews({ store, eventsOf, views });
    const waiting = live.reached(1)();
    expect(await live.stop()).toEqual({ type: 'Stopped' });
    expect(left(await waiting)).toEqual({ type: 'Stopped' });
    expect(left(await live.reached(1)())).toEqual({ type: 'Stopped' });
    expect(right(await live.reached(0)())).toBe(0);
  });

  test('settles with the fault of a store that cannot be read', async () => {
    const live = liveViews({ store: failing(), eventsOf, views });
    expect(left(await live.reached(1)())).toEqual(unavailable);
    expect(await live.ended).toEqual(unavailable);
  });
});

const failing = () => {
  const store = faulty(emptyStore(), { read: () => true });
  return { ...store, subscribe: () => ({ ended: Promise.resolve(unavailable), stop: async () => unavailable }) };
};

describe('an event that cannot be shown', () => {
  test('stops the views with the event, its position and the path at fault; what waits is told', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    for (const coins of [1, 2, 3]) right(await engine.execute(ask(put('a', coins)))());
    const live = liveViews({ store: changed(store, damagedAt(2, '"coins":2', '"coins":"2"')), eventsOf, views });
    const corrupt = {
      type: 'CorruptHistory',
      stream: 'jar-a',
      revision: 1,
      position: 2,
      cause: { type: 'Mismatch', path: 'coins', expected: 'SafeInteger', found: '"2"' },
    };
    expect(left(await live.reached(3)())).toEqual(corrupt);
    expect(await live.ended).toEqual(corrupt);
    expect(await live.stop()).toEqual(corrupt);
    expect(live.position()).toBe(1);
    expect(live.documents.coins.get('jar-a')).toEqual({ put: 1, taken: 0 });
  });

  test('a view that throws stops them with what it threw', async () => {
    const store = emptyStore();
    right(await jarEngine(store).execute(ask(put('a', 1)))());
    const error = new Error('a bug in the view');
    const broken: View<JarEvent, object> = {
      ...coinsView,
      empty: () => ({}),
      on: () => {
        throw error;
      },
    };
    const live = liveViews({ store, eventsOf, views: { broken } });
    expect(await live.ended).toEqual({ type: 'HandlerFailed', error });
  });
});

test('LAW-20 an event handed out twice is shown once', async () => {
  const store = emptyStore();
  const live = liveViews({ store: faulty(store, {}), eventsOf, views });
  right(await jarEngine(store).execute(ask(put('a', 5)))());
  right(await live.reached(1)());
  await live.stop();
  expect(live.documents.coins.get('jar-a')).toEqual({ put: 5, taken: 0 });
});
