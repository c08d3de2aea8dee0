import type { EventSets } from '@millrace/engine';
import type { DomainEvent, EventSet, EventStore, StoredEvent, View } from '@millrace/kernel';
import { type JarEvent, jarEvents } from './jars.js';

/** How many coins went in and out of each jar. */
export const coinsView: View<JarEvent, { put: number; taken: number }> = {
  name: 'coins',
  version: 1,
  kinds: ['jar'],
  empty: () => ({ put: 0, taken: 0 }),
  on: (event) => {
    if (event.type === 'JarLabelled') return [];
    const { coins } = event.data as { readonly coins: number };
    return [
      {
        key: event.stream,
        change: (draft) => {
          draft[event.type === 'CoinsPut' ? 'put' : 'taken'] += coins;
          return undefined;
        },
      },
    ];
  },
};

/** The jars alone are understood. */
export const eventsOf: EventSets = new Map([['jar', jarEvents as unknown as EventSet<DomainEvent<string, unknown>>]]);

/** The store, what it hands out changed on the way. */
export const changed = (store: EventStore, change: (stored: StoredEvent) => StoredEvent): EventStore => ({
  ...store,
  readStream: (stream, from, limit) => async () => {
    const page = await store.readStream(stream, from, limit)();
    return page._tag === 'Left' ? page : { ...page, right: page.right.map(change) };
  },
  readAll: (after, limit) => async () => {
    const page = await store.readAll(after, limit)();
    return page._tag === 'Left' ? page : { ...page, right: { ...page.right, events: page.right.events.map(change) } };
  },
  subscribe: (after, onBatch, options) =>
    store.subscribe(after, (events, upTo) => onBatch(events.map(change), upTo), options),
});

/** The same text with one thing in it replaced, in the event at a position. */
export const damagedAt =
  (position: number, from: string, to: string) =>
  (stored: StoredEvent): StoredEvent =>
    stored.position === position ? { ...stored, text: stored.text.replace(from, to) } : stored;
