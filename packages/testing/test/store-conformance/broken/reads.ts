import type { Batch, EventStore, StoredEvent, StreamId } from '@millrace/kernel';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Broken, brokenStore } from './broken.js';

const logging = (id: string, name: string, change: (page: Batch, after: number, limit: number) => Batch): Broken =>
  brokenStore(id, name, (store) => ({
    ...store,
    readAll: (after, limit) => TE.map((page: Batch) => change(page, after, limit))(store.readAll(after, limit)),
  }));

const reading = (id: string, name: string, readStream: (store: EventStore) => EventStore['readStream']): Broken =>
  brokenStore(id, name, (store) => ({ ...store, readStream: readStream(store) }));

/** A store that gives every event changed, wherever it is read. */
const changing = (id: string, name: string, change: (event: StoredEvent) => StoredEvent): Broken =>
  brokenStore(id, name, (store) => ({
    ...store,
    readAll: (after, limit) =>
      TE.map(({ events, upTo }: Batch): Batch => ({ events: events.map(change), upTo }))(store.readAll(after, limit)),
    readStream: (stream, from, limit) =>
      TE.map((events: ReadonlyArray<StoredEvent>) => events.map(change))(store.readStream(stream, from, limit)),
  }));

/** A store that keeps streams under changed names. */
const naming = (id: string, name: string, change: (stream: string) => string): Broken =>
  brokenStore(id, name, (store) => {
    const rename = (stream: StreamId): StreamId => change(stream) as StreamId;
    return {
      ...store,
      append: (request) =>
        store.append({
          ...request,
          writes: request.writes.map((write) => ({ ...write, stream: rename(write.stream) })),
        }),
      readStream: (stream, from, limit) => store.readStream(rename(stream), from, limit),
    };
  });

let ticks = 0;

export const brokenReads: ReadonlyArray<Broken> = [
  brokenStore('S8', 'gives more than the limit', (store) => ({
    ...store,
    readAll: (after, limit) => store.readAll(after, limit + 1),
  })),
  brokenStore('S8', 'reads at a position instead of after it', (store) => ({
    ...store,
    readAll: (after, limit) => store.readAll(after - 1, limit),
  })),
  logging('S8', 'says it read further than it did', (page) => ({ ...page, upTo: page.upTo + 1 })),
  logging('LAW-27', 'takes a place beyond the end for one it read up to', ({ events, upTo }, after) => ({
    events,
    upTo: Math.max(upTo, Math.min(after, Number.MAX_SAFE_INTEGER)),
  })),
  logging('S8', 'loses the last event of a full page', ({ events, upTo }, _after, limit) => ({
    events: events.length === limit ? events.slice(0, -1) : events,
    upTo,
  })),
  logging('S7', 'sorts the log by stream', ({ events, upTo }) => ({
    events: [...events].sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0)),
    upTo,
  })),
  logging('LAW-27', 'reads nothing from no place', (page, after) =>
    Number.isNaN(after) ? { ...page, events: [] } : page,
  ),
  brokenStore('S8', 'lets a reader wait for what was written', (store) => {
    let stale: Batch | undefined;
    return {
      ...store,
      readAll: (after, limit) =>
        TE.map((page: Batch) => {
          if (after > 0 || limit < 1_000) return page;
          const shown = stale ?? page;
          stale = stale === undefined ? page : undefined;
          return shown;
        })(store.readAll(after, limit)),
    };
  }),
  reading(
    'S8',
    'reads a stream from its beginning always',
    (store) => (stream, _from, limit) => store.readStream(stream, 0, limit),
  ),
  reading(
    'S8',
    'reads a stream after a revision instead of from it',
    (store) => (stream, from, limit) => store.readStream(stream, from + 1, limit),
  ),
  reading(
    'S8',
    'gives more of a stream than the limit',
    (store) => (stream, from) => store.readStream(stream, from, 1e6),
  ),
  brokenStore('S7', 'counts events instead of positions', (store) => ({
    ...store,
    head: TE.map((position: number) => position - 1)(store.head),
  })),
  brokenStore('S6', 'remembers no command', (store) => ({ ...store, receiptOf: () => TE.right(O.none) })),
  brokenStore('S6', 'remembers a command for every stream', (store) => ({
    ...store,
    receiptOf: (stream, commandId) => async () => {
      const own = await store.receiptOf(stream, commandId)();
      if (own._tag === 'Right' && own.right._tag === 'Some') return own;
      return store.receiptOf('note-a' as StreamId, commandId)();
    },
  })),
  changing('REL-9', 'parses and prints what it stores', (event) => ({
    ...event,
    text: JSON.stringify(JSON.parse(event.text)),
  })),
  changing('REL-9', 'normalises text', (event) => ({ ...event, text: event.text.normalize() })),
  changing('LAW-23', 'trims blanks', (event) => ({ ...event, text: event.text.replace(/ +/g, ' ') })),
  changing('S7', 'takes the time of recording from a clock that goes back', (event) => ({
    ...event,
    recordedAt: `2030-01-01T00:00:${String(59 - (++ticks % 60)).padStart(2, '0')}.000Z` as StoredEvent['recordedAt'],
  })),
  changing('S7', 'counts positions from zero', (event) => ({ ...event, position: event.position - 1 })),
  changing('S12', 'hands out what it keeps, for anyone to change', (event) => kept(event)),
  naming('REL-9', 'does not tell upper case from lower', (stream) => stream.toLowerCase()),
  naming('REL-9', 'does not tell two forms of a letter apart', (stream) => stream.normalize()),
  naming('REL-9', 'drops blanks at the end of a name', (stream) => stream.trimEnd()),
  naming('REL-8', 'cuts long names off', (stream) => stream.slice(0, 100)),
];

const copies = new WeakMap<StoredEvent, StoredEvent>();

function kept(event: StoredEvent): StoredEvent {
  const copy = copies.get(event) ?? { ...event };
  copies.set(event, copy);
  return copy;
}
