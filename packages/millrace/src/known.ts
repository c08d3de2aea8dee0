import type { KnownAt } from '@millrace/engine';
import {
  type CorruptHistory,
  type EventStore,
  eventOf,
  type ReadError,
  replay,
  type StoredEvent,
} from '@millrace/kernel';
import { type PlaybookState, playbookEvents, playbookModule, playbookStream } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { openAll, readStored } from './stream.js';

/** The playbook in force at what was known: the latest published, by position. */
export const playbookKnown =
  (store: EventStore, knownAt: KnownAt | undefined): TaskEither<ReadError | CorruptHistory, PlaybookState> =>
  async () => {
    const stored = await readStored(store, playbookStream)();
    if (E.isLeft(stored)) return stored;
    const published = openAll(
      stored.right.filter((event) => isKnown(event, knownAt)),
      playbookEvents,
    );
    if (E.isLeft(published)) return published;
    return E.right(replay(playbookModule.decider, published.right.map(eventOf)));
  };

const isKnown = ({ position, recordedAt }: StoredEvent, knownAt: KnownAt | undefined): boolean => {
  if (knownAt === undefined) return true;
  return 'position' in knownAt ? position <= knownAt.position : recordedAt <= knownAt.time;
};
