import type { EventStore, OnBatch, Position, SubscribeOptions, Subscription } from '@millrace/kernel';
import { type Broken, brokenStore } from './broken.js';

type Subscribe = EventStore['subscribe'];

const subscribing = (id: string, name: string, subscribe: (store: EventStore) => Subscribe): Broken =>
  brokenStore(id, name, (store) => ({ ...store, subscribe: subscribe(store) }));

/** A subscription whose handler is another one. */
const handling = (id: string, name: string, change: (onBatch: OnBatch, state: { count: number }) => OnBatch): Broken =>
  subscribing(
    id,
    name,
    (store) => (after, onBatch, options) => store.subscribe(after, change(onBatch, { count: 0 }), options),
  );

const never: Subscription['stop'] = () => new Promise(() => undefined);

export const brokenSubscriptions: ReadonlyArray<Broken> = [
  handling(
    'S9',
    'skips every seventh event',
    (onBatch, state) => (events, upTo) =>
      onBatch(
        events.filter(() => ++state.count % 7 !== 0),
        upTo,
      ),
  ),
  handling('S9', 'hands a batch out twice', (onBatch, state) => async (events, upTo) => {
    await onBatch(events, upTo);
    if (++state.count === 2) await onBatch(events, upTo);
  }),
  handling('S9', 'turns a batch round', (onBatch) => (events, upTo) => onBatch([...events].reverse(), upTo)),
  handling('S9', 'does not wait for the handler', (onBatch) => async (events, upTo) => {
    onBatch(events, upTo).catch(() => undefined);
  }),
  handling('S9', 'goes on after a handler failed', (onBatch) => async (events, upTo) => {
    try {
      await onBatch(events, upTo);
    } catch {
      return;
    }
  }),
  handling('LAW-20', 'says it handed out more than it did', (onBatch) => (events, upTo) => onBatch(events, upTo + 1)),
  handling(
    'LAW-20',
    'says it handed out less than it did',
    (onBatch) => (events, upTo) => onBatch(events, Math.max(0, upTo - 1)),
  ),
  subscribing(
    'S9',
    'begins with the event at the start',
    (store) => (after, onBatch, options) => store.subscribe(Math.max(0, after - 1), onBatch, options),
  ),
  subscribing('S9', 'takes what is new only, while the handler is free', (store) => (after, onBatch, options) => {
    let isBusy = false;
    return store.subscribe(
      after,
      async (events, upTo) => {
        if (isBusy) return;
        isBusy = true;
        onBatch(events, upTo).finally(() => {
          isBusy = false;
        });
      },
      options,
    );
  }),
  subscribing('LAW-22', 'loses what comes between history and live', (store) => (after, onBatch, options = {}) => {
    let hasCaughtUp = false;
    let position: Position = after;
    return store.subscribe(
      after,
      async (events, upTo) => {
        const isFirstLive = hasCaughtUp && position >= 0;
        position = isFirstLive ? -1 : upTo;
        if (!isFirstLive) await onBatch(events, upTo);
      },
      {
        ...options,
        onCaughtUp: (upTo) => {
          hasCaughtUp = true;
          options.onCaughtUp?.(upTo);
        },
      },
    );
  }),
  subscribing('S9', 'takes any batch size at its word', (store) => (after, onBatch, options) => {
    const { batchSize: _, ...rest } = options ?? {};
    return store.subscribe(after, onBatch, { ...rest, batchSize: 10_000 });
  }),
  subscribing(
    'S9',
    'never says that it has caught up',
    (store) => (after, onBatch, options) => store.subscribe(after, onBatch, quiet(options)),
  ),
  subscribing('S9', 'says at once that it has caught up', (store) => (after, onBatch, options) => {
    options?.onCaughtUp?.(after);
    return store.subscribe(after, onBatch, options);
  }),
  subscribing('S9', 'says once only that it has caught up', (store) => (after, onBatch, options = {}) => {
    let said = false;
    const onCaughtUp = (upTo: Position): void => {
      if (!said) options.onCaughtUp?.(upTo);
      said = true;
    };
    return store.subscribe(after, onBatch, { ...options, onCaughtUp });
  }),
  subscribing(
    'REL-16',
    'waits for a start beyond the end',
    (store) => (after, onBatch, options) =>
      after > 1e12 ? { ended: never(), stop: never } : store.subscribe(after, onBatch, options),
  ),
  subscribing(
    'REL-16',
    'begins anew for a start beyond the end',
    (store) => (after, onBatch, options) => store.subscribe(after > 1e12 ? 0 : after, onBatch, options),
  ),
  subscribing(
    'LAW-27',
    'cannot start at no place',
    (store) => (after, onBatch, options) =>
      store.subscribe(Number.isNaN(after) ? Number.MAX_SAFE_INTEGER : after, onBatch, options),
  ),
  subscribing('S9', 'cannot be stopped', (store) => (after, onBatch, options) => {
    const { ended } = store.subscribe(after, onBatch, options);
    return { ended, stop: async () => ({ type: 'Stopped' }) };
  }),
  subscribing('S9', 'stops without waiting for the handler', (store) => (after, onBatch, options) => {
    const { ended, stop } = store.subscribe(after, onBatch, options);
    return {
      ended,
      stop: async () => {
        stop();
        return { type: 'Stopped' };
      },
    };
  }),
  subscribing('S9', 'hides why it ended', (store) => (after, onBatch, options) => {
    const { ended, stop } = store.subscribe(after, onBatch, options);
    return { ended: ended.then(() => ({ type: 'Stopped' })), stop };
  }),
];

const quiet = (options: SubscribeOptions | undefined): SubscribeOptions => {
  const { onCaughtUp: _, ...rest } = options ?? {};
  return rest;
};
