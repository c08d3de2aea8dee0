import type { Append, AppendError, AppendReceipt, Tenant } from '@millrace/kernel';
import type { Either } from 'fp-ts/lib/Either.js';

/** What an append comes to. */
export type Answer = Either<AppendError, ReadonlyArray<AppendReceipt>>;

/** An append that waits to be written. */
export interface Waiting {
  readonly tenant: Tenant;
  readonly request: Append;
  readonly answer: (answer: Answer) => void;
  /** When it was asked for, by `performance.now()`. */
  readonly since: number;
}

const MAX_GROUP = 256;
const MAX_GROUP_BYTES = 4 * 1_048_576;

/** Takes from the front of a queue what goes into one transaction: at least one, and no more than fits. */
export const takeGroup = (queue: Array<Waiting>): ReadonlyArray<Waiting> => {
  let bytes = 0;
  let size = 0;
  while (size < queue.length && size < MAX_GROUP && (size === 0 || bytes < MAX_GROUP_BYTES)) {
    for (const { events } of queue[size]?.request.writes ?? []) for (const event of events) bytes += event.bytes;
    size += 1;
  }
  return queue.splice(0, size);
};
