import type {
  EventStore,
  OnBatch,
  Position,
  ReadError,
  SubscribeOptions,
  Subscription,
  SubscriptionEnd,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { breathe, naturalNumber } from './paging.js';

/** What a store that reads by pages needs to offer a subscription. */
export interface Pull {
  readonly readAll: EventStore['readAll'];
  readonly head: TaskEither<ReadError, Position>;
  /**
   * Called before a page is read; what it returns waits for anything appended since that call, or
   * for `signal`. A hint that may come for nothing, but never fails to come.
   */
  readonly mark: () => (signal: AbortSignal) => Promise<void>;
}

const BATCH = 500;
const MAX_BATCH = 10_000;

/**
 * A subscription over pages: history first, then live, one batch at a time.
 *
 * The next page is read only when the last was handled, so nothing piles up; a subscriber that
 * falls behind reads history again. A start beyond the head is refused.
 *
 * @source stores.md S9, trust.md REL-16
 */
export const pull = (
  source: Pull,
  after: Position,
  onBatch: OnBatch,
  { onCaughtUp, batchSize = BATCH }: SubscribeOptions = {},
): Subscription => {
  const stopping = new AbortController();
  const size = Math.min(Math.max(1, naturalNumber(batchSize)), MAX_BATCH);
  const start = naturalNumber(after);

  const run = async (): Promise<SubscriptionEnd> => {
    const head = await source.head();
    if (E.isLeft(head)) return head.left;
    if (start > head.right) return { type: 'BeyondHead', after: start, head: head.right };

    let position = start;
    let told = -1;
    while (!stopping.signal.aborted) {
      const news = source.mark();
      const page = await source.readAll(position, size)();
      if (E.isLeft(page)) return page.left;
      if (stopping.signal.aborted) break;

      const { events, upTo } = page.right;
      if (events.length > 0 || upTo > position) {
        const failed = await handled(() => onBatch(events, upTo));
        if (failed !== undefined) return failed;
        position = upTo;
      }
      if (events.length === size) {
        await breathe();
        continue;
      }
      if (told !== position) {
        told = position;
        const failed = await handled(() => onCaughtUp?.(position));
        if (failed !== undefined) return failed;
      }
      await news(stopping.signal);
    }
    return { type: 'Stopped' };
  };

  const ended = run().finally(() => stopping.abort());
  return {
    ended,
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
};

const handled = async (work: () => unknown): Promise<SubscriptionEnd | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    return { type: 'HandlerFailed', error };
  }
};
