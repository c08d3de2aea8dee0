import assert from 'node:assert/strict';
import type { Append, EventStore, Expected, Revision, StoredEvent, Tenant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { given, wholeLog } from '../asking.js';
import { follow } from '../following.js';
import { appendOf } from '../notes.js';
import type { Model } from './model.js';
import type { Belief, Operation } from './operations.js';

/** A tenant's store, and what it must answer. */
export interface Pair {
  readonly tenant: Tenant;
  readonly store: EventStore;
  readonly model: Model;
  readonly deadlineMs: number;
}

type Asked = Exclude<Operation, { readonly type: 'reopen' }>;

/** Asks both, and asserts that the store answers as the model does. */
export const askBoth = async (pair: Pair, operation: Asked): Promise<void> => {
  const { store, model, deadlineMs } = pair;
  switch (operation.type) {
    case 'append':
      return appendToBoth(pair, requestOf(pair, operation));
    case 'readStream': {
      const { stream, from, limit } = operation;
      const expected = model.log.flatMap((event, i) => (event.stream === stream ? [i] : [])).slice(from, from + limit);
      return assertEvents(await given(store.readStream(stream, from, limit)), model, expected);
    }
    case 'readAll': {
      const start = Math.max(0, model.log.length - operation.back);
      const { events, upTo } = await given(store.readAll(placeBefore(model, start), operation.limit));
      const expected = indexes(model, start, operation.limit);
      assertEvents(events, model, expected);
      return assertEvents(
        (await given(store.readAll(upTo, 100))).events,
        model,
        indexes(model, start + expected.length),
      );
    }
    case 'receiptOf': {
      const { stream, commandId } = operation;
      const receipt = await given(store.receiptOf(stream, commandId));
      return assert.deepEqual(receipt, O.fromNullable(model.receiptOf(stream, commandId)));
    }
    case 'follow': {
      const start = Math.max(0, model.log.length - operation.back);
      const { batchSize } = operation;
      const follower = follow(store, placeBefore(model, start), { deadlineMs, batchSize });
      await follower.hasCaughtUp();
      await follower.stop();
      return assertEvents(follower.events, model, indexes(model, start));
    }
  }
};

/** Asserts that the whole log is as the model has it. */
export const assertWhole = async ({ store, model }: Pair): Promise<void> => {
  assertEvents(await wholeLog(store), model, indexes(model, 0));
  assert.equal(await given(store.head), model.positions.at(-1) ?? 0);
};

const appendToBoth = async ({ store, model }: Pair, request: Append): Promise<void> => {
  const before = await given(store.head);
  const judged = model.judge(request);
  const answer = await store.append(request)();
  if (E.isLeft(judged) || judged.right !== 'write') {
    assert.deepEqual(answer, judged);
    assert.equal(await given(store.head), before, 'nothing is written');
    return;
  }
  const { events } = await given(store.readAll(before, 100));
  const receipts = model.write(
    request,
    events.map(({ position }) => position),
  );
  assert.deepEqual(answer, E.right(receipts));
  assertEvents(events, model, indexes(model, model.log.length - events.length));
};

const requestOf = (
  { model, tenant }: Pair,
  { commandId, drafts, guards }: Extract<Operation, { readonly type: 'append' }>,
): Append =>
  appendOf(
    drafts.map(({ stream, values, belief }) => ({
      stream,
      values,
      expected: expectedOf(model.actual(stream), belief),
    })),
    {
      tenant,
      commandId,
      guards: guards.map(({ stream, off }) => ({ stream, revision: offBy(model.actual(stream), off) })),
    },
  );

const expectedOf = (actual: Revision | 'none', belief: Belief): Expected =>
  typeof belief === 'string' ? belief : offBy(actual, belief.off);

/** A revision beside the true one; before the first of them is no stream. */
const offBy = (actual: Revision | 'none', off: number): Revision | 'none' => {
  const revision = (actual === 'none' ? -1 : actual) + off;
  return revision < 0 ? 'none' : revision;
};

/** The place from which the event at an index is the next. */
const placeBefore = ({ positions }: Model, index: number): number => positions[index - 1] ?? 0;

const indexes = ({ log }: Model, start: number, limit = Number.MAX_SAFE_INTEGER): ReadonlyArray<number> =>
  [...log.keys()].slice(start, start + limit);

const assertEvents = (events: ReadonlyArray<StoredEvent>, model: Model, expected: ReadonlyArray<number>): void => {
  const found = events.map(({ position, stream, revision, text }) => ({ position, stream, revision, text }));
  assert.deepEqual(
    found,
    expected.map((i) => ({ position: model.positions[i], ...model.log[i] })),
  );
};
