import type { Append, AppendError, AppendReceipt, EventStore } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

/** How often an append whose outcome is unknown is sent again to settle it. */
const SETTLING = 2;

/** Appends one stream's events; where nobody knows whether it happened, it is settled. */
export const appendSettled = async (append: Append, store: EventStore): Promise<E.Either<AppendError, AppendReceipt>> =>
  settled(await send(append, store), append, store);

/** Sends an append, once. */
export const send = async (append: Append, store: EventStore): Promise<E.Either<AppendError, AppendReceipt>> => {
  const receipts = await store.append(append)();
  if (E.isLeft(receipts)) return receipts;
  const [receipt] = receipts.right;
  if (receipt === undefined) throw new RangeError('a store gives a receipt for every write');
  return E.right(receipt);
};

/**
 * What became of an append: where `answer` leaves it unknown, the same bytes are sent again.
 *
 * Only a receipt or a conflict settles it. Any other error says that the second sending did nothing,
 * not that the first did nothing: so it stays unknown. What was written by then counts as written
 * by the first.
 */
export const settled = async (
  answer: E.Either<AppendError, AppendReceipt>,
  append: Append,
  store: EventStore,
): Promise<E.Either<AppendError, AppendReceipt>> => {
  if (E.isRight(answer) || answer.left.type !== 'OutcomeUnknown') return answer;
  for (let i = 0; i < SETTLING; i++) {
    const again = await send(append, store);
    if (E.isRight(again)) return E.right({ ...again.right, repeated: false });
    if (again.left.type === 'Conflict') return again;
    if (again.left.type !== 'OutcomeUnknown') return answer;
  }
  return answer;
};
