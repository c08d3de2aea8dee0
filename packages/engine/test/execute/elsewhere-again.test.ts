import type { EventStore } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import {
  ask,
  done,
  emptyStore,
  id,
  jarEngine,
  jarStream,
  left,
  lines,
  match,
  pour,
  put,
  right,
  take,
} from '../support/engines.js';
import { overtaken } from '../support/races.js';

const first = ask(pour('a', 'b', 60), { commandId: id(1) });

/** A pouring of more coins than are read at a time, and what others did before and after it. */
const recorded = async (store: EventStore, engine = jarEngine(store)) => {
  for (const command of [put('a', 90), put('b', 1)]) right(await engine.execute(ask(command))());
  const outcome = done(await engine.execute(first)());
  return { engine, outcome };
};

describe('the same command id again, for a command that wrote two streams', () => {
  test.each([
    ['in the same engine, whose states are kept', (_: EventStore, engine: ReturnType<typeof jarEngine>) => engine],
    ['in a fresh engine', (store: EventStore) => jarEngine(store)],
    ['in an engine that keeps nothing', (store: EventStore) => jarEngine(store, { cachedStates: 0 })],
  ])('LAW-6 S6 %s: the first receipts and all events, and no second copy', async (_, engineOf) => {
    const store = emptyStore();
    const { engine, outcome } = await recorded(store);
    expect(outcome.events).toHaveLength(61);
    const again = (asked = first) => engineOf(store, engine).execute(asked)();
    expect(done(await again())).toEqual({ ...outcome, type: 'RecordedBefore' });
    for (const name of ['b', 'a', 'b', 'c']) right(await engine.execute(ask(put(name, 1)))());
    expect(done(await again())).toEqual({ ...outcome, type: 'RecordedBefore' });
    expect(await engineOf(store, engine).executeAll([first])()).toMatchObject([
      { right: { ...outcome, type: 'RecordedBefore' } },
    ]);
    expect(await lines(store)).toHaveLength(2 + 61 + 4);
  });

  test('LAW-6 another command under the id, right behind it in the log, is not taken for a part of it', async () => {
    const store = emptyStore();
    const { engine, outcome } = await recorded(store);
    const behind = ask(put('c', 1), { commandId: id(1) });
    expect(right(await engine.execute(behind)()).type).toBe('Recorded');
    expect(done(await engine.execute(first)())).toEqual({ ...outcome, type: 'RecordedBefore' });
    expect(done(await engine.execute(behind)()).events).toHaveLength(1);
  });

  test('LAW-6 recorded by another in the very moment: its receipts', async () => {
    const store = emptyStore();
    for (const command of [put('a', 90), put('b', 1)]) right(await jarEngine(store).execute(ask(command))());
    const engine = overtaken(store, ask(put('b', 1)), first);
    expect(done(await engine.execute(first)())).toMatchObject({
      receipt: { stream: jarStream('a'), firstRevision: 1 },
      elsewhere: [{ stream: jarStream('b'), firstRevision: 2, lastRevision: 61 }],
      events: Array.from({ length: 61 }, (_, i) => ({ revision: i === 0 ? 1 : i + 1 })),
    });
    expect(left(await engine.execute(ask(take('b', 99)))())).toMatchObject({ refusal: { coins: 62 } });
    expect(await lines(store)).toHaveLength(3 + 61);
  });

  test('LAW-6 recorded by another right after a race was lost: its receipts, for it is no other command', async () => {
    const store = emptyStore();
    const other = jarEngine(store);
    right(await other.execute(ask(put('a', 90)))());
    const receiptOf: EventStore['receiptOf'] = (stream, commandId) => async () => {
      done(await other.execute(first)());
      return store.receiptOf(stream, commandId)();
    };
    const engine = overtaken({ ...store, receiptOf }, ask(put('b', 1)));
    expect(right(await engine.execute(first)()).type).toBe('RecordedBefore');
    expect(await lines(store)).toHaveLength(2 + 61);
  });

  test('LAW-6 used in a stream that is only read, it is another command’s there, also where a race is lost', async () => {
    const store = emptyStore();
    right(await jarEngine(store).execute(ask(put('b', 3), { commandId: id(2) }))());
    const engine = overtaken(store, ask(put('b', 4)));
    expect(right(await engine.execute(ask(match('a', 'b'), { commandId: id(2) }))()).type).toBe('Recorded');
    expect(await lines(store)).toEqual(['b +3', 'b +4', 'a +7']);
  });

  test('LAW-6 for a command of the other stream is refused: the id is known there', async () => {
    const store = emptyStore();
    const { engine } = await recorded(store);
    for (const one of [engine, jarEngine(store), jarEngine(store, { cachedStates: 0 })]) {
      expect(left(await one.execute(ask(take('b', 1), { commandId: id(1) }))())).toEqual({
        type: 'CommandReused',
        commandId: id(1),
        stream: jarStream('b'),
      });
    }
  });

  test.each([0, 10])(
    'LAW-6 used in the other stream before, it is refused and nothing recorded, with %i kept',
    async (kept) => {
      const store = emptyStore();
      const engine = jarEngine(store, { cachedStates: kept });
      right(await engine.execute(ask(put('a', 90)))());
      right(await engine.execute(ask(put('b', 1), { commandId: id(1) }))());
      const reused = { type: 'CommandReused', commandId: id(1), stream: jarStream('b') };
      expect(left(await engine.execute(first)())).toEqual(reused);
      expect(await engine.executeAll([first])()).toEqual([{ _tag: 'Left', left: reused }]);
      expect(await lines(store)).toEqual(['a +90', 'b +1']);
    },
  );
});
