import assert from 'node:assert/strict';
import { naturalNumber } from '@millrace/engine';
import type { EventStore, OnBatch, Position, StoredEvent, SubscribeOptions, SubscriptionEnd } from '@millrace/kernel';
import { endOf } from './asking.js';
import { within } from './within.js';

export interface FollowOptions extends SubscribeOptions {
  readonly deadlineMs: number;
  /** Run for each batch, once it is noted down. */
  readonly work?: OnBatch;
}

/** A subscription that notes everything down. */
export interface Follower {
  readonly events: ReadonlyArray<StoredEvent>;
  /** Every `upTo` it was called with. */
  readonly upTos: ReadonlyArray<Position>;
  /** Events in each batch. */
  readonly sizes: ReadonlyArray<number>;
  /** Every position it was told to have caught up with. */
  readonly caughtUp: ReadonlyArray<Position>;
  /** Waits until it has noted so many events, and fails where it ends before. */
  readonly hasEvents: (count: number) => Promise<void>;
  /** Waits until it has noted what a log holds after its start, and asserts that it was exactly this. */
  readonly hasAllOf: (log: ReadonlyArray<StoredEvent>) => Promise<void>;
  /** Waits until it was told so many times that it has caught up. */
  readonly hasCaughtUp: (times?: number) => Promise<void>;
  /** Waits for the end, asking for it or not. */
  readonly stop: () => Promise<SubscriptionEnd>;
  readonly ended: () => Promise<SubscriptionEnd>;
}

/** Follows a log after a position. Asserts that batches come one at a time, in order, and no larger than asked. */
export const follow = (
  store: EventStore,
  after: Position,
  { deadlineMs, work, onCaughtUp, ...options }: FollowOptions,
): Follower => {
  const events: Array<StoredEvent> = [];
  const upTos: Array<Position> = [];
  const sizes: Array<number> = [];
  const caughtUp: Array<Position> = [];
  const start = naturalNumber(after);
  let wakeAll: Array<() => void> = [];
  let isHandling = false;
  const wake = (): void => {
    const woken = wakeAll;
    wakeAll = [];
    for (const one of woken) one();
  };

  const note: OnBatch = async (batch, upTo) => {
    assert(!isHandling, 'a batch came before the last was handled');
    isHandling = true;
    for (const event of batch) {
      const last = Math.max(start, endOf(events));
      assert(event.position > last, `position ${event.position} came after ${last}`);
      events.push(event);
    }
    const handedOut = Math.max(endOf(events), ...upTos.slice(-1));
    assert(upTo >= handedOut, `upTo ${upTo} lies before what was handed out, up to ${handedOut}`);
    upTos.push(upTo);
    sizes.push(batch.length);
    wake();
    await work?.(batch, upTo);
    isHandling = false;
  };
  const subscription = store.subscribe(after, note, {
    ...options,
    onCaughtUp: (upTo) => {
      caughtUp.push(upTo);
      onCaughtUp?.(upTo);
      wake();
    },
  });
  let end: SubscriptionEnd | undefined;
  subscription.ended.then((reason) => {
    end = reason;
    wake();
  }, wake);

  const until = (what: string, holds: () => boolean): Promise<void> => {
    const wait = async (): Promise<void> => {
      while (!holds()) {
        if (end !== undefined) assert.fail(`the subscription ended before ${what}: ${describe(end)}`);
        await new Promise<void>((resolve) => wakeAll.push(resolve));
      }
    };
    return within(deadlineMs, `${what}; ${events.length} events came`, wait());
  };
  const hasEvents = (count: number): Promise<void> => until(`${count} events`, () => events.length >= count);
  return {
    events,
    upTos,
    sizes,
    caughtUp,
    hasEvents,
    hasAllOf: async (log) => {
      const rest = log.filter(({ position }) => position > start);
      await hasEvents(rest.length);
      assert.deepEqual(events, rest);
    },
    hasCaughtUp: (times = 1) => until(`caught-up number ${times}`, () => caughtUp.length >= times),
    stop: () => within(deadlineMs, 'the subscription to stop', subscription.stop()),
    ended: () => within(deadlineMs, 'the subscription to end', subscription.ended),
  };
};

const describe = (end: SubscriptionEnd): string =>
  end.type === 'HandlerFailed' ? `HandlerFailed: ${String(end.error)}` : JSON.stringify(end);
