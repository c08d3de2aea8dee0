/** Raw events by type, stream and effective time. The oracle counts from these, without a line of the views. */
import type { CustomerEvent } from '@millrace/sales';
import type { Log, Recorded } from '../log.js';

type Type = CustomerEvent['type'];
export type Of<T extends Type> = Omit<Recorded, 'data'> & {
  readonly data: Extract<CustomerEvent, { type: T }>['data'];
};

export const allOf = <T extends Type>(log: Log, ...types: ReadonlyArray<T>): ReadonlyArray<Of<T>> =>
  log.filter(({ type }) => types.some((one) => one === type)) as unknown as ReadonlyArray<Of<T>>;

/** Section 4 of metrics.md: facts sort by effective time, then position. */
export const upTo = <E extends Pick<Recorded, 'meta' | 'position'>>(
  events: ReadonlyArray<E>,
  asOf: string,
): ReadonlyArray<E> =>
  events
    .filter(({ meta }) => meta.effectiveAt <= asOf)
    .sort((a, b) => gap(b.meta.effectiveAt, a.meta.effectiveAt) || a.position - b.position);

/** The events of each customer. */
export const streamsOf = (log: Log): ReadonlyArray<Log> =>
  [...new Set(log.map(({ stream }) => stream))].map((stream) => log.filter((event) => event.stream === stream));

export const customerOf = (own: Log): string => own[0]?.stream.replace('customer-', '') ?? '';

/** Milliseconds from one instant to another, by the runtime's own calendar. */
export const gap = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/** Each different value once. */
export const different = <A>(values: ReadonlyArray<A>): ReadonlyArray<A> => [...new Set(values)];
