import type { KnownAt } from '@millrace/engine';
import {
  type CorruptHistory,
  type EventStore,
  eventOf,
  openStored,
  type ReadError,
  readEvent,
  replay,
} from '@millrace/kernel';
import { type PlaybookState, playbookEvents, playbookModule, playbookStream } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

const PAGE = 1_000;

/** The playbook in force at what was known: the latest published, by position. */
export const playbookKnown =
  (store: EventStore, knownAt: KnownAt | undefined): TaskEither<ReadError | CorruptHistory, PlaybookState> =>
  async () => {
    let state: PlaybookState = playbookModule.decider.initial;
    for (let from = 0; ; from += PAGE) {
      const page = await store.readStream(playbookStream, from, PAGE)();
      if (E.isLeft(page)) return page;
      for (const stored of page.right) {
        if (!isKnown(stored, knownAt)) return E.right(state);
        const opened = openStored(stored);
        const read = E.isLeft(opened) ? opened : readEvent(playbookEvents, opened.right);
        if (E.isLeft(read)) return read;
        state = replay(playbookModule.decider, [eventOf(read.right)], state);
      }
      if (page.right.length < PAGE) return E.right(state);
    }
  };

const isKnown = (
  { position, recordedAt }: { readonly position: number; readonly recordedAt: string },
  knownAt: KnownAt | undefined,
): boolean => {
  if (knownAt === undefined) return true;
  return 'position' in knownAt ? position <= knownAt.position : recordedAt <= knownAt.time;
};
