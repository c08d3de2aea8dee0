import assert from 'node:assert/strict';
import type {
  Append,
  AppendError,
  AppendReceipt,
  Conflict,
  EventStore,
  Position,
  Receipt,
  StoredEvent,
  StreamId,
} from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

/** What a store answers where it must not refuse. */
export const given = async <A>(task: TaskEither<unknown, A>): Promise<A> => {
  const answer = await task();
  return E.isRight(answer) ? answer.right : assert.fail(`the store refused: ${JSON.stringify(answer.left)}`);
};

/** The item at an index, counted from the end where it is negative, of what must have one there. */
export const at = <A>(items: ReadonlyArray<A>, index: number): A =>
  items.at(index) ?? assert.fail(`there are ${items.length} items, and none at ${index}`);

/** The position of the last event, 0 where there is none. */
export const endOf = (events: ReadonlyArray<StoredEvent>): Position => events.at(-1)?.position ?? 0;

/** Appends, and gives the receipts, without whether they are repeated. */
export const written = async (store: EventStore, request: Append): Promise<ReadonlyArray<Receipt>> =>
  (await given(store.append(request))).map(({ repeated: _, ...receipt }: AppendReceipt) => receipt);

/** Appends, and says of each receipt whether it is a repeated one. */
export const repeatsIn = async (store: EventStore, request: Append): Promise<ReadonlyArray<boolean>> =>
  (await given(store.append(request))).map(({ repeated }) => repeated);

/** Appends to one stream, and gives its receipt. */
export const receiptFor = async (store: EventStore, request: Append): Promise<Receipt> => {
  const receipts = await written(store, request);
  assert.equal(receipts.length, request.writes.length, 'a receipt for every write');
  return at(receipts, 0);
};

/** Appends what must be refused, and gives the refusal. */
export const refusalOf = async (store: EventStore, request: Append): Promise<AppendError> => {
  const answer = await store.append(request)();
  return E.isLeft(answer) ? answer.left : assert.fail(`the store wrote: ${JSON.stringify(answer.right)}`);
};

/** Asserts that an append loses a race, and to what. */
export const assertConflict = async (
  store: EventStore,
  request: Append,
  conflict: Omit<Conflict, 'type'>,
): Promise<void> => {
  assert.deepEqual(await refusalOf(store, request), { type: 'Conflict', ...conflict });
};

/** Asserts that `work` writes nothing that any question to the store would tell. */
export const assertUntouched = async (
  store: EventStore,
  request: Append,
  work: () => Promise<unknown>,
): Promise<void> => {
  const streams = [...request.writes, ...request.guards].map(({ stream }) => stream);
  const view = async () => ({
    log: await wholeLog(store),
    head: await given(store.head),
    streams: await Promise.all(streams.map((stream) => wholeStream(store, stream))),
    receipts: await Promise.all(streams.map((stream) => given(store.receiptOf(stream, request.commandId)))),
  });
  const before = await view();
  await work();
  assert.deepEqual(await view(), before, 'a refused append leaves no trace');
};

/** The log of a tenant after a position, by pages. */
export const wholeLog = async (
  store: EventStore,
  after: Position = 0,
  page = 1_000,
): Promise<ReadonlyArray<StoredEvent>> => {
  const events: Array<StoredEvent> = [];
  let from = after;
  for (;;) {
    const { events: more, upTo } = await given(store.readAll(from, page));
    assert(more.length <= page, `a page of ${page} events holds ${more.length}`);
    events.push(...more);
    if (more.length < page) return events;
    assert(upTo > from, 'a full page goes on');
    from = upTo;
  }
};

/** A stream, by pages. */
export const wholeStream = async (
  store: EventStore,
  stream: StreamId,
  page = 1_000,
): Promise<ReadonlyArray<StoredEvent>> => {
  const events: Array<StoredEvent> = [];
  for (;;) {
    const more = await given(store.readStream(stream, events.length, page));
    assert.equal(more[0]?.revision ?? events.length, events.length, 'a page begins where it was asked to');
    assert(more.length <= page, `a page of ${page} events holds ${more.length}`);
    events.push(...more);
    if (more.length < page) return events;
  }
};

/** The texts of stored events, in order. */
export const storedTexts = (events: ReadonlyArray<StoredEvent>): ReadonlyArray<string> =>
  events.map(({ text }) => text);
