import type { CorruptHistory, EventStore, Position, SubscriptionEnd } from '@millrace/kernel';
import { type AnyView, type DocumentsOf, type EventSets, show, viewers } from './project-log.js';

/** Views that follow the log in memory. */
export interface LiveViews<Views extends { readonly [name: string]: AnyView }> {
  /** The documents as they stand; they change under the reader's eyes and are not to be kept. */
  readonly documents: { readonly [Name in keyof Views]: DocumentsOf<Views[Name]> };
  /** Position of the last event shown. */
  readonly position: () => Position;
  /** Settles once everything recorded up to a position has been shown. */
  readonly reached: (position: Position) => Promise<void>;
  readonly ended: Promise<SubscriptionEnd>;
  readonly stop: () => Promise<SubscriptionEnd>;
}

/** Raised inside a subscription by an event that cannot be read, and found in its end. */
export class CorruptHistoryError extends Error {
  readonly corrupt: CorruptHistory;
  constructor(corrupt: CorruptHistory) {
    super(
      `${corrupt.stream} revision ${corrupt.revision} at position ${corrupt.position} cannot be read: ${corrupt.cause.type}`,
    );
    this.name = 'CorruptHistoryError';
    this.corrupt = corrupt;
  }
}

/**
 * Follows the log from its beginning: history, then live. An event handed out again changes nothing.
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
  let waiting: ReadonlyArray<{ readonly position: Position; readonly wake: () => void }> = [];

  const subscription = store.subscribe(0, async (events, upTo) => {
    for (const stored of events) {
      if (stored.position <= position) continue;
      const failed = show(stored, eventsOf, shown.byKind);
      if (failed !== undefined) throw new CorruptHistoryError(failed);
      position = stored.position;
    }
    position = Math.max(position, upTo);
    for (const { position: wanted, wake } of waiting) if (wanted <= position) wake();
    waiting = waiting.filter((one) => one.position > position);
  });
  return {
    documents: shown.documents as LiveViews<Views>['documents'],
    position: () => position,
    reached: (wanted) =>
      new Promise((wake) => {
        if (wanted <= position) return wake();
        waiting = [...waiting, { position: wanted, wake }];
      }),
    ended: subscription.ended,
    stop: subscription.stop,
  };
};
