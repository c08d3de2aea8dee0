import {
  type CorruptHistory,
  type Envelope,
  type EventStore,
  openStored,
  type ReadError,
  readEvent,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import type { EventSets } from './views/project-log.js';

/** Fetches the events that a receipt names, in the order of `refs`. @source design.md decision 10 */
export const fetchEvents =
  (
    store: EventStore,
    eventsOf: EventSets,
    refs: ReadonlyArray<Pick<Envelope, 'stream' | 'revision'>>,
  ): TaskEither<ReadError | CorruptHistory, ReadonlyArray<Envelope>> =>
  async () => {
    const envelopes: Array<Envelope> = [];
    for (const { stream, revision } of refs) {
      const page = await store.readStream(stream, revision, 1)();
      if (E.isLeft(page)) return page;
      for (const stored of page.right) {
        const opened = openStored(stored);
        if (E.isLeft(opened)) return opened;
        const events = eventsOf.get(stream.slice(0, stream.indexOf('-')));
        const read = events === undefined ? opened : readEvent(events, opened.right);
        if (E.isLeft(read)) return read;
        envelopes.push(read.right);
      }
    }
    return E.right(envelopes);
  };
