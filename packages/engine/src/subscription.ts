import type { Batch, EventStore, Position, SubscribeOptions, SubscriptionEnd } from '@millrace/kernel';
import { concat, from, lastValueFrom, Observable, type ObservableInput, tap } from 'rxjs';

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
 * `work` holds the reading back and nothing piles up. Unsubscribing stops the reading. It never
 * completes by itself; where the subscription fails it ends in a {@link SubscriptionFailed}.
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
        if (subscriber.closed) return;
        const done = from(work({ events, upTo })).pipe(tap((value) => subscriber.next(value)));
        await lastValueFrom(done, { defaultValue: undefined });
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

/** The log after a position as batches, for who works through each as it comes. */
export const batches = (store: EventStore, after: Position, options?: SubscribeOptions): Observable<Batch> =>
  deliver(store, after, (batch) => concat([batch]), options);
