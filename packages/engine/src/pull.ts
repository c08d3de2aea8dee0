import type {
  Batch,
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
  const size = Math.min(Math.max(1, Math.trunc(batchSize)), MAX_BATCH);

  const run = async (): Promise<SubscriptionEnd> => {
    const head = await source.head();
    if (E.isLeft(head)) return head.left;
    if (after > head.right) return { type: 'BeyondHead', after, head: head.right };

    let position = after;
    let told = -1;
    while (!stopping.signal.aborted) {
      const news = source.mark();
      const page = await source.readAll(position, size)();
      if (E.isLeft(page)) return page.left;
      if (stopping.signal.aborted) break;

      const { events, upTo } = page.right;
      if (events.length > 0 || upTo > position) {
        const failed = await handle(onBatch, page.right);
        if (failed !== undefined) return failed;
        position = upTo;
      }
      if (events.length === size) continue;
      if (told !== position) {
        told = position;
        onCaughtUp?.(position);
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

const handle = async (onBatch: OnBatch, { events, upTo }: Batch): Promise<SubscriptionEnd | undefined> => {
  try {
    await onBatch(events, upTo);
    return undefined;
  } catch (error) {
    return { type: 'HandlerFailed', error };
  }
};

/** A bell that readers wait for and writers ring. */
export interface Bell {
  readonly ring: () => void;
  /** Rings so far. */
  readonly rings: () => number;
  /** Settles once it has rung more than `rings` times, after `millis`, or when the signal is aborted. */
  readonly after: (rings: number, signal: AbortSignal, millis?: number) => Promise<void>;
}

/** Makes a {@link Bell}. */
export const bell = (): Bell => {
  const waiting = new Set<() => void>();
  let count = 0;
  return {
    rings: () => count,
    ring: () => {
      count += 1;
      for (const wake of [...waiting]) wake();
    },
    after: (rings, signal, millis) =>
      new Promise((resolve) => {
        if (signal.aborted || count > rings) return resolve();
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = millis === undefined ? undefined : setTimeout(wake, millis);
        waiting.add(wake);
        signal.addEventListener('abort', wake);
      }),
  };
};
