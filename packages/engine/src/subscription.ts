import type { Batch, EventStore, Position, SubscribeOptions, SubscriptionEnd } from '@millrace/kernel';
import { from, Observable, type ObservableInput, of, type Subscriber } from 'rxjs';

/** Why an observable of a subscription ended in an error. */
export class SubscriptionFailed extends Error {
  readonly end: Exclude<SubscriptionEnd, { readonly type: 'Stopped' }>;
  constructor(end: Exclude<SubscriptionEnd, { readonly type: 'Stopped' }>) {
    super(`the subscription ended: ${end.type}`, { cause: end.type === 'HandlerFailed' ? end.error : undefined });
    this.name = 'SubscriptionFailed';
    this.end = end;
  }
}

/**
 * The log after a position, history first and then live, worked through batch by batch.
 *
 * The next batch is read when the observable that `work` makes of the last one completes, so a slow
 * `work` holds the reading back and nothing piles up. Unsubscribing ends the work under way and the
 * reading. It completes only where the store stops it, as a store that is closed does; where work or
 * store fails it ends in a {@link SubscriptionFailed}.
 */
export const deliver = <T>(
  store: EventStore,
  after: Position,
  work: (batch: Batch) => ObservableInput<T>,
  options?: SubscribeOptions,
): Observable<T> =>
  new Observable((subscriber) => {
    const subscription = store.subscribe(
      after,
      async (events, upTo) => {
        if (!subscriber.closed) await workedThrough(from(work({ events, upTo })), subscriber);
      },
      options,
    );
    subscription.ended.then((end) => {
      if (end.type === 'Stopped') return subscriber.complete();
      subscriber.error(new SubscriptionFailed(end));
    });
    return () => {
      subscription.stop();
    };
  });

/** Hands on what comes of one batch; settles when that is all, or when nobody listens any more. */
const workedThrough = <T>(work: Observable<T>, subscriber: Subscriber<T>): Promise<void> =>
  new Promise((resolve, reject) => {
    const running = work.subscribe({ next: (value) => subscriber.next(value), error: reject });
    running.add(resolve);
    subscriber.add(running);
  });

/** The log after a position as batches, for who works through each as it comes. */
export const batches = (store: EventStore, after: Position, options?: SubscribeOptions): Observable<Batch> =>
  deliver(store, after, of, options);
