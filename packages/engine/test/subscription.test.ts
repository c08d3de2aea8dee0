import { batches, deliver, SubscriptionFailed } from '@millrace/engine';
import type { Batch, EventStore } from '@millrace/kernel';
import { concatMap, delay, firstValueFrom, from, lastValueFrom, NEVER, Observable, take, toArray } from 'rxjs';
import { describe, expect, test, vi } from 'vitest';
import { ask, drop, emptyStore, jarEngine, put, right } from './support/engines.js';

const filled = async (events: number): Promise<EventStore> => {
  const store = emptyStore();
  for (let left = events; left > 0; left -= 1_000) {
    right(await jarEngine(store).execute(ask(drop('a', Math.min(left, 1_000))))());
  }
  return store;
};

const positions = ({ events }: Batch): ReadonlyArray<number> => events.map(({ position }) => position);

/** Lets everything that waits happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('batches of a log', () => {
  test('LAW-22 history first and then live, in order, nothing lost or doubled', async () => {
    const store = await filled(5);
    const seen: Array<number> = [];
    const subscription = batches(store, 2, { batchSize: 2 }).subscribe((batch) => seen.push(...positions(batch)));
    await settle();
    right(await jarEngine(store).execute(ask(put('a', 1)))());
    await settle();
    subscription.unsubscribe();
    expect(seen).toEqual([3, 4, 5, 6]);
  });

  test('each subscriber reads for itself', async () => {
    const log = batches(await filled(3), 0).pipe(concatMap(positions), take(3), toArray());
    expect(await Promise.all([lastValueFrom(log), lastValueFrom(log)])).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  test('a start beyond the head is an error that says so', async () => {
    const failed = firstValueFrom(batches(await filled(3), 4));
    await expect(failed).rejects.toBeInstanceOf(SubscriptionFailed);
    await expect(failed).rejects.toMatchObject({ end: { type: 'BeyondHead', after: 4, head: 3 } });
  });

  test('it completes when the store stops it', async () => {
    const store = await filled(1);
    let stop: (() => unknown) | undefined;
    const closing: EventStore = {
      ...store,
      subscribe: (...args) => {
        const subscription = store.subscribe(...args);
        stop = subscription.stop;
        return subscription;
      },
    };
    const all = lastValueFrom(batches(closing, 0).pipe(toArray()));
    await settle();
    stop?.();
    expect((await all).flatMap(positions)).toEqual([1]);
  });
});

describe('work on each batch', () => {
  test('LAW-14 a slow worker holds the reading back: one batch at a time, and what came meanwhile is read from history', async () => {
    const store = await filled(4);
    const engine = jarEngine(store);
    let working = 0;
    let most = 0;
    const work = (batch: Batch) => {
      most = Math.max(most, ++working);
      return from(engine.execute(ask(put('b', 1)))()).pipe(
        delay(2),
        concatMap(() => {
          working -= 1;
          return positions(batch);
        }),
      );
    };
    const seen = await lastValueFrom(deliver(store, 0, work, { batchSize: 2 }).pipe(take(10), toArray()));
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(most).toBe(1);
  });

  test('an error in it ends the subscription with its cause', async () => {
    const error = new Error('disk full');
    const failed = lastValueFrom(
      deliver(await filled(1), 0, () => {
        throw error;
      }),
    );
    await expect(failed).rejects.toMatchObject({ end: { type: 'HandlerFailed', error }, cause: error });
    const later = lastValueFrom(deliver(await filled(1), 0, () => Promise.reject(error)));
    await expect(later).rejects.toMatchObject({ end: { type: 'HandlerFailed', error } });
  });

  test('unsubscribing stops the work under way and the reading', async () => {
    const store = await filled(4);
    const torn = vi.fn();
    const started = vi.fn();
    const work = () =>
      new Observable<number>(() => {
        started();
        return torn;
      });
    const subscription = deliver(store, 0, work, { batchSize: 1 }).subscribe();
    await settle();
    subscription.unsubscribe();
    await settle();
    expect(started).toHaveBeenCalledTimes(1);
    expect(torn).toHaveBeenCalledTimes(1);
  });

  test('unsubscribing ends the subscription of the store', async () => {
    const store = await filled(1);
    let ended: Promise<unknown> = Promise.resolve();
    const watched: EventStore = {
      ...store,
      subscribe: (...args) => {
        const subscription = store.subscribe(...args);
        ended = subscription.ended;
        return subscription;
      },
    };
    const subscription = deliver(watched, 0, () => NEVER).subscribe();
    await settle();
    subscription.unsubscribe();
    expect(await ended).toEqual({ type: 'Stopped' });
  });

  test('unsubscribing in the middle of a batch hands out nothing more', async () => {
    const seen = await lastValueFrom(
      deliver(await filled(4), 0, (batch) => from(positions(batch))).pipe(take(2), toArray()),
    );
    expect(seen).toEqual([1, 2]);
  });
});
