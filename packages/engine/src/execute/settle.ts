import type { Append, AppendError, AppendReceipt, EventStore } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';

/** One receipt for each write of an append. */
export type Receipts = readonly [AppendReceipt, ...ReadonlyArray<AppendReceipt>];

/** What an append came to. */
export type Appended = E.Either<AppendError, Receipts>;

/** How often an append whose outcome is unknown is sent again to settle it. */
const SETTLING = 2;

/** Appends a decision's events; where nobody knows whether it happened, it is settled. */
export const appendSettled = async (append: Append, store: EventStore): Promise<Appended> =>
  settled(await send(append, store), append, store);

/** Sends an append, once. */
export const send = async (append: Append, store: EventStore): Promise<Appended> => {
  const receipts = await store.append(append)();
  if (E.isLeft(receipts)) return receipts;
  const [first, ...others] = receipts.right;
  if (first === undefined || receipts.right.length !== append.writes.length) {
    throw new RangeError('a store gives a receipt for every write');
  }
  return E.right([first, ...others]);
};

/**
 * What became of an append: where `answer` leaves it unknown, the same bytes are sent again.
 *
 * Only a receipt or a conflict settles it. Any other error says that the second sending did nothing,
 * not that the first did nothing: so it stays unknown. What was written by then counts as written
 * by the first.
 */
export const settled = async (answer: Appended, append: Append, store: EventStore): Promise<Appended> => {
  if (E.isRight(answer) || answer.left.type !== 'OutcomeUnknown') return answer;
  for (let i = 0; i < SETTLING; i++) {
    const again = await send(append, store);
    if (E.isRight(again)) return E.right(byTheFirst(again.right));
    if (again.left.type === 'Conflict') return again;
    if (again.left.type !== 'OutcomeUnknown') return answer;
  }
  return answer;
};

const byTheFirst = ([own, ...elsewhere]: Receipts): Receipts => [
  { ...own, repeated: false },
  ...elsewhere.map((receipt) => ({ ...receipt, repeated: false })),
];
