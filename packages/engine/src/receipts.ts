import {
  type CorruptHistory,
  type Envelope,
  type EventStore,
  kindOf,
  type ReadError,
  type StreamId,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { breathe } from './breathe.js';
import { readExactly } from './execute/load.js';
import type { EventSets } from './views/project-log.js';

/** Where an event stands. */
interface Ref {
  readonly stream: StreamId;
  readonly revision: number;
}

const PAGE = 500;

/**
 * Fetches the events that a receipt names, one for each of `refs` and in their order; one that is not
 * there is an error.
 *
 * @source design.md decision 10
 */
export const fetchEvents =
  (
    store: EventStore,
    eventsOf: EventSets,
    refs: ReadonlyArray<Ref>,
  ): TaskEither<ReadError | CorruptHistory, ReadonlyArray<Envelope>> =>
  async () => {
    const envelopes: Array<Envelope> = [];
    for (const { stream, revision } of refs) {
      const found = await readExactly(store, eventsOf.get(kindOf(stream)), stream, revision, 1);
      if (E.isLeft(found)) return found;
      envelopes.push(...found.right);
      if (envelopes.length % PAGE === 0) await breathe();
    }
    return E.right(envelopes);
  };
