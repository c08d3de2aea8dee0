import type { CorruptHistory, EventStore, Position, StoredEvent, SubscriptionEnd } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { breathe } from '../breathe.js';
import { type AnyView, type DocumentsOf, type EventSets, show, viewers } from './project-log.js';

/** Why views follow the log no longer: their subscription ended, or an event could not be read. */
export type ViewsEnd = SubscriptionEnd | CorruptHistory;

/** Views that follow the log in memory. */
export interface LiveViews<Views extends { readonly [name: string]: AnyView }> {
  /** The documents as they stand; they change under the reader's eyes and are not to be kept. */
  readonly documents: { readonly [Name in keyof Views]: DocumentsOf<Views[Name]> };
  /** Everything up to here was shown. */
  readonly position: () => Position;
  /** Settles once everything up to a position was shown, or with the end that came before it. */
  readonly reached: (position: Position) => TaskEither<ViewsEnd, Position>;
  readonly ended: Promise<ViewsEnd>;
  readonly stop: () => Promise<ViewsEnd>;
}

interface Waiting {
  readonly position: Position;
  readonly settle: (reached: E.Either<ViewsEnd, Position>) => void;
}

/**
 * Follows the log from its beginning: history, then live. An event handed out again changes nothing;
 * one that cannot be read ends it, and what came before it stays shown.
 *
 * @source trust.md LAW-19, LAW-20, LAW-22
 */
export const liveViews = <Views extends { readonly [name: string]: AnyView }>({
  store,
  eventsOf,
  views,
}: {
  readonly store: EventStore;
  readonly eventsOf: EventSets;
  readonly views: Views;
}): LiveViews<Views> => {
  const shown = viewers(views);
  let position: Position = 0;
  let end: ViewsEnd | undefined;
  let waiting: ReadonlyArray<Waiting> = [];

  const showBatch = async (events: ReadonlyArray<StoredEvent>, upTo: Position): Promise<void> => {
    for (const stored of events) {
      if (stored.position <= position) continue;
      const failed = show(stored, eventsOf, shown.byKind);
      if (failed !== undefined) throw new Unshown(failed);
      position = stored.position;
    }
    position = Math.max(position, upTo);
    const still = waiting.filter((one) => one.position > position);
    for (const one of waiting) if (one.position <= position) one.settle(E.right(position));
    waiting = still;
    await breathe();
  };

  const subscription = store.subscribe(0, showBatch);
  const ended = subscription.ended.then((why): ViewsEnd => {
    end = why.type === 'HandlerFailed' && why.error instanceof Unshown ? why.error.corrupt : why;
    for (const { settle } of waiting) settle(E.left(end));
    waiting = [];
    return end;
  });
  return {
    documents: shown.documents as LiveViews<Views>['documents'],
    position: () => position,
    reached: (wanted) => () =>
      new Promise((settle) => {
        if (wanted <= position) settle(E.right(position));
        else if (end !== undefined) settle(E.left(end));
        else waiting = [...waiting, { position: wanted, settle }];
      }),
    ended,
    stop: () => subscription.stop().then(() => ended),
  };
};

/** Carries an event that cannot be read out of the subscription; it never leaves this file. */
class Unshown extends Error {
  readonly corrupt: CorruptHistory;
  constructor(corrupt: CorruptHistory) {
    super(`an event of ${corrupt.stream} cannot be read`);
    this.corrupt = corrupt;
  }
}
