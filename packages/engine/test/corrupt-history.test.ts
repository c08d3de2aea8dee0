import { fetchEvents } from '@millrace/engine';
import type { EventStore, StreamId } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import {
  ask,
  drop,
  emptyStore,
  id,
  jarEngine,
  jarStream,
  left,
  lines,
  match,
  put,
  right,
  take,
} from './support/engines.js';
import { faulty, unavailable } from './support/faulty.js';
import { changed, damagedAt, eventsOf } from './support/views.js';

/** A jar `a` of three events, positions 1 to 3, and a jar `b` of one. */
const story = async (): Promise<EventStore> => {
  const store = emptyStore();
  const engine = jarEngine(store);
  for (const coins of [1, 2, 3]) right(await engine.execute(ask(put('a', coins), { commandId: id(coins) }))());
  right(await engine.execute(ask(put('b', 1)))());
  return store;
};

const corrupt = {
  type: 'CorruptHistory',
  stream: jarStream('a'),
  revision: 1,
  position: 2,
  cause: { type: 'Mismatch', path: 'data/coins', expected: 'SafeInteger', found: '0.5' },
};

/** The store without an event in the middle of `a`. */
const without = (store: EventStore, revision: number): EventStore => ({
  ...store,
  readStream: (stream, from, limit) => async () => {
    const page = await store.readStream(stream, from, limit)();
    return E.map((events: ReadonlyArray<{ revision: number }>) =>
      events.filter((event) => event.revision !== revision),
    )(page) as typeof page;
  },
});

describe('a history that cannot be read', () => {
  test('is told with stream, revision, position and path, and nothing is decided on what can be read of it', async () => {
    const store = changed(await story(), damagedAt(2, '"coins":2', '"coins":0.5'));
    for (const command of [put('a', 1), take('a', 1), take('a', 99)]) {
      expect(left(await jarEngine(store).execute(ask(command))())).toEqual(corrupt);
    }
    expect(right(await store.readAll(0, 100)()).events).toHaveLength(4);
  });

  test('of a stream that is only read stands in the way too', async () => {
    const store = changed(await story(), damagedAt(2, '"coins":2', '"coins":0.5'));
    expect(left(await jarEngine(store).execute(ask(match('b', 'a')))())).toEqual(corrupt);
  });

  test('in a batch is told of its own commands, and hinders no other stream', async () => {
    const store = changed(await story(), damagedAt(2, '"coins":2', '"coins":0.5'));
    const batch = [put('b', 5), put('a', 1), match('c', 'a'), take('b', 6), take('a', 99)];
    const answers = await jarEngine(store).executeAll(batch.map((command) => ask(command)))();
    expect(answers.map((answer) => (E.isLeft(answer) ? answer.left : answer.right.type))).toEqual([
      'Recorded',
      corrupt,
      corrupt,
      'Recorded',
      corrupt,
    ]);
  });

  test('with a gap is not taken for a shorter one', async () => {
    const store = without(await story(), 1);
    expect(left(await jarEngine(store).execute(ask(take('a', 1)))())).toEqual({
      type: 'CorruptHistory',
      stream: jarStream('a'),
      revision: 1,
      position: 3,
      cause: { type: 'Mismatch', path: 'revision', expected: '1', found: '2' },
    });
  });

  test('is told of the events of a command that was recorded before, too', async () => {
    const inner = await story();
    const engine = jarEngine(inner);
    right(await engine.execute(ask(put('a', 1)))());
    let broken = false;
    const engineLater = jarEngine({
      ...inner,
      readStream: (stream, from, limit) =>
        (broken ? changed(inner, damagedAt(2, '"coins":2', '"coins":0.5')) : inner).readStream(stream, from, limit),
    });
    right(await engineLater.execute(ask(put('a', 1)))());
    broken = true;
    expect(left(await engineLater.execute(ask(put('a', 2), { commandId: id(2) }))())).toEqual(corrupt);
  });

  test('a receipt whose events are not there is told as what it is', async () => {
    const inner = await story();
    const engine = jarEngine({
      ...inner,
      readStream: (stream, from, limit) => inner.readStream(stream, from === 1 ? 99 : from, limit),
    });
    right(await engine.execute(ask(put('a', 1)))());
    expect(left(await engine.execute(ask(put('a', 2), { commandId: id(2) }))())).toEqual({
      ...corrupt,
      position: 0,
      cause: { type: 'Mismatch', path: 'revision', expected: '1', found: 'nothing' },
    });
  });
});

describe('the events that a receipt names', () => {
  const at = (stream: StreamId, revision: number) => ({ stream, revision });
  const [a, b] = [jarStream('a'), jarStream('b')];

  test('are fetched one for each, in the order asked for', async () => {
    const found = right(await fetchEvents(await story(), eventsOf, [at(a, 2), at(b, 0), at(a, 0), at(a, 2)])());
    expect(found.map(({ stream, revision, data }) => ({ stream, revision, data }))).toEqual([
      { stream: a, revision: 2, data: { coins: 3 } },
      { stream: b, revision: 0, data: { coins: 1 } },
      { stream: a, revision: 0, data: { coins: 1 } },
      { stream: a, revision: 2, data: { coins: 3 } },
    ]);
    expect(right(await fetchEvents(await story(), eventsOf, [])())).toEqual([]);
  });

  test.each([
    ['beyond the end of its stream', at(a, 3)],
    ['of a stream that there is not', at(jarStream('z'), 0)],
  ])('one %s is an error, never left out', async (_, missing) => {
    expect(left(await fetchEvents(await story(), eventsOf, [at(a, 0), missing])())).toEqual({
      type: 'CorruptHistory',
      ...missing,
      position: 0,
      cause: { type: 'Mismatch', path: 'revision', expected: `${missing.revision}`, found: 'nothing' },
    });
  });

  test('one that is gone is not taken for the next one', async () => {
    const store: EventStore = { ...(await story()) };
    const shifted: EventStore = {
      ...store,
      readStream: (stream, from, limit) => store.readStream(stream, from + 1, limit),
    };
    expect(left(await fetchEvents(shifted, eventsOf, [at(a, 1)])())).toMatchObject({
      type: 'CorruptHistory',
      revision: 1,
      position: 3,
      cause: { expected: '1', found: '2' },
    });
  });

  test('one that cannot be read is an error; of a kind nobody registered it is given as stored', async () => {
    const store = changed(await story(), damagedAt(2, '"coins":2', '"coins":0.5'));
    expect(left(await fetchEvents(store, eventsOf, [at(a, 1)])())).toEqual(corrupt);
    const [event] = right(await fetchEvents(store, new Map(), [at(a, 1)])());
    expect(event?.data).toEqual({ coins: 0.5 });
  });

  test('a store that fails is told', async () => {
    const store = faulty(await story(), { read: () => true });
    expect(left(await fetchEvents(store, eventsOf, [at(a, 1)])())).toEqual(unavailable);
  });

  test('many of them leave the rest of the process its turns', async () => {
    const store = emptyStore();
    right(await jarEngine(store).execute(ask(drop('a', 1_000)))());
    let turned = 0;
    const turn = (): void => {
      turned += 1;
      timer = setImmediate(turn);
    };
    let timer = setImmediate(turn);
    const refs = Array.from({ length: 1_000 }, (_, revision) => at(a, revision));
    expect(right(await fetchEvents(store, eventsOf, refs)())).toHaveLength(1_000);
    clearImmediate(timer);
    expect(turned).toBeGreaterThanOrEqual(2);
    expect(await lines(store)).toHaveLength(1_000);
  });
});
