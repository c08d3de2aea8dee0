import {
  type CorruptHistory,
  type DomainEvent,
  type Envelope,
  type EventSet,
  type EventStore,
  openStored,
  type ReadError,
  readEvent,
  type StoredEvent,
  type StreamId,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

const PAGE = 1_000;

/** Every event of a stream as it is stored, in order; none where there is no such stream. */
export const readStored =
  (store: EventStore, stream: StreamId): TaskEither<ReadError, ReadonlyArray<StoredEvent>> =>
  async () => {
    const all: Array<StoredEvent> = [];
    for (;;) {
      const page = await store.readStream(stream, all.length, PAGE)();
      if (E.isLeft(page)) return page;
      all.push(...page.right);
      if (page.right.length < PAGE) return E.right(all);
    }
  };

/** Opens stored events; the data of events that nobody registered stay as stored. */
export const openAll = <Event extends DomainEvent<string, unknown>>(
  stored: ReadonlyArray<StoredEvent>,
  events: EventSet<Event> | undefined,
): E.Either<CorruptHistory, ReadonlyArray<Envelope<Event>>> =>
  E.traverseArray((one: StoredEvent): E.Either<CorruptHistory, Envelope<Event>> => {
    const opened = openStored(one);
    return E.isLeft(opened) || events === undefined
      ? (opened as E.Either<CorruptHistory, Envelope<Event>>)
      : readEvent(events, opened.right);
  })(stored);
