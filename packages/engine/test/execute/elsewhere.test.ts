import { createEngine } from '@millrace/engine';
import { type Append, checkAppend, type EventStore, type Receipt, streamId, streamRead } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import {
  ask,
  done,
  emptyStore,
  jarEngine,
  jarStream,
  left,
  lines,
  logOf,
  match,
  NOW,
  pour,
  put,
  right,
  take,
} from '../support/engines.js';
import { type AppendFault, faulty, oneByOne } from '../support/faulty.js';
import { jars } from '../support/jars.js';
import { overtaken } from '../support/races.js';

/** A jar of five coins, and an empty one that is there already. */
const withCoins = async (): Promise<EventStore> => {
  const store = emptyStore();
  for (const command of [put('a', 5), put('b', 1), take('b', 1)]) right(await jarEngine(store).execute(ask(command))());
  return store;
};
const before = ['a +5', 'b +1', 'b -1'];
const poured = ['a -2', 'b +1', 'b +1'];

/** The store, with every append that was sent. */
const sending = (store: EventStore) => {
  const sent: Array<Append> = [];
  const append: EventStore['append'] = (request) => {
    sent.push(request);
    return store.append(request);
  };
  return { sent, store: { ...store, append } };
};

describe('a decision that writes another stream too', () => {
  test('LAW-10 S5 is one append, its own stream first, told with a receipt for each stream and all events', async () => {
    const { sent, store } = sending(await withCoins());
    const outcome = done(await jarEngine(store).execute(ask(pour('a', 'b', 2)))());
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      writes: [
        { stream: jarStream('a'), expected: 0, events: [{ type: 'CoinsTaken' }] },
        { stream: jarStream('b'), expected: 1, events: [{ type: 'CoinsPut' }, { type: 'CoinsPut' }] },
      ],
      guards: [],
    });
    expect(outcome).toEqual({
      type: 'Recorded',
      receipt: { stream: jarStream('a'), firstRevision: 1, lastRevision: 1, position: 4 },
      elsewhere: [{ stream: jarStream('b'), firstRevision: 2, lastRevision: 3, position: 6 }],
      events: (await logOf(store)).slice(3).map(({ id, stream, revision, type, data, meta: { effectiveAt } }) => ({
        id,
        stream,
        revision,
        type,
        data,
        effectiveAt,
      })),
    });
    expect(await lines(store)).toEqual([...before, ...poured]);
  });

  test('S5 begins a stream that was not there, and may name its own as the other', async () => {
    const store = await withCoins();
    const engine = jarEngine(store);
    expect(done(await engine.execute(ask(pour('a', 'c', 1)))()).elsewhere).toMatchObject([{ firstRevision: 0 }]);
    expect(done(await engine.execute(ask(pour('a', 'a', 1)))()).elsewhere).toEqual([]);
    expect(await lines(store)).toEqual([...before, 'a -1', 'c +1', 'a +1', 'a -1']);
  });

  test.each<[AppendFault, string, ReadonlyArray<string>]>([
    ['fails', 'Unavailable', []],
    ['damaged', 'StoreDamaged', []],
    ['lostBefore', 'Recorded', poured],
    ['lostAfter', 'Recorded', poured],
    ['conflicts', 'Recorded', poured],
    ['twice', 'Recorded', poured],
  ])('LAW-10 LAW-6 where an append %s, both streams are written, once, or neither: %s', async (fault, told, after) => {
    const store = await withCoins();
    const one = ask(pour('a', 'b', 2));
    const answer = await jarEngine(faulty(store, { append: oneByOne([fault]) })).execute(one)();
    expect(E.isRight(answer) ? answer.right.type : answer.left.type).toBe(told);
    expect(await lines(store)).toEqual([...before, ...after]);
    done(await jarEngine(store).execute(one)());
    expect(await lines(store)).toEqual([...before, ...poured]);
  });

  test.each([
    ['its own stream', put('a', 1), ['a +1']],
    ['the other', put('b', 3), ['b +3']],
  ])('LAW-11 is decided anew where %s moved meanwhile', async (_, meanwhile, won) => {
    const store = await withCoins();
    expect(right(await overtaken(store, ask(meanwhile)).execute(ask(pour('a', 'b', 2)))()).type).toBe('Recorded');
    expect(await lines(store)).toEqual([...before, ...won, ...poured]);
  });

  test('LAW-11 is refused on what won in the other stream', async () => {
    const store = await withCoins();
    const answer = await overtaken(store, ask(put('b', 69))).execute(ask(pour('a', 'b', 2)))();
    expect(left(answer)).toMatchObject({ type: 'Refused', refusal: { type: 'JarFull', coins: 69 } });
    expect(await lines(store)).toEqual([...before, 'b +69']);
  });

  test('acceptance 4: a hundred side by side in one engine all succeed: into one stream, out of it, and of its own', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    const names = Array.from({ length: 25 }, (_, i) => `n${i}`);
    for (const name of [...names, 'z']) right(await engine.execute(ask(put(name, 25)))());
    const commands = names.flatMap((name) => [pour(name, 'z', 1), pour('z', name, 1), put('z', 1), match(name, 'z')]);
    const answers = await Promise.all(commands.map((command) => engine.execute(ask(command))()));
    expect(answers.filter(E.isLeft)).toEqual([]);
    expect((await lines(store)).filter((line) => line === 'z -1')).toHaveLength(25);
    expect(left(await engine.execute(ask(take('z', 51)))())).toMatchObject({ refusal: { coins: 50 } });
  });

  test('LAW-2 leaves both states kept as they are stored', async () => {
    const store = await withCoins();
    const read: Array<string> = [];
    const readStream: EventStore['readStream'] = (stream, from, limit) => {
      read.push(`${stream.slice(4)}@${from}`);
      return store.readStream(stream, from, limit);
    };
    const engine = jarEngine({ ...store, readStream });
    right(await engine.execute(ask(pour('a', 'b', 2)))());
    expect(left(await engine.execute(ask(take('a', 9)))())).toMatchObject({ refusal: { coins: 3 } });
    expect(left(await engine.execute(ask(take('b', 9)))())).toMatchObject({ refusal: { coins: 2 } });
    expect(read).toEqual(['a@0', 'b@0', 'a@2', 'b@4']);
  });

  test('S5 on a store that cannot is told so, and nothing is recorded', async () => {
    const store = await withCoins();
    const append: EventStore['append'] = (request) => {
      const checked = checkAppend(request, { ...store.capabilities, multiStream: false });
      return E.isLeft(checked) ? async () => checked : store.append(request);
    };
    const answer = await jarEngine({ ...store, append }).execute(ask(pour('a', 'b', 2)))();
    expect(left(answer)).toEqual({ type: 'Unsupported', capability: 'multiStream' });
    expect(await lines(store)).toEqual(before);
  });
});

test('S5 a store that gives fewer receipts than writes is defective, and says so', async () => {
  const store = await withCoins();
  const append: EventStore['append'] = (request) => async () =>
    E.map((receipts: ReadonlyArray<Receipt>) => receipts.slice(0, 1))(await store.append(request)());
  await expect(jarEngine({ ...store, append }).execute(ask(pour('a', 'b', 2)))()).rejects.toThrow(
    new RangeError('a store gives a receipt for every write'),
  );
});

describe('a module that writes where it may not is defective', () => {
  const b = jarStream('b');
  const puts = { ...jars.decider, evolve: () => undefined };
  test.each<[string, Partial<typeof jars>, string]>([
    ['a stream it did not read', { reads: () => [] }, 'PourCoins writes to jar-b, which it did not read'],
    [
      'one that it folded as another’s',
      { reads: () => [streamRead(b, { events: jars.events, fold: puts })] },
      "PourCoins writes to jar-b, which it read as another's",
    ],
    [
      'one of another kind',
      {
        reads: () => [streamRead(streamId('urn', 'b'), { events: jars.events, fold: jars.decider })],
        elsewhere: ({ type }) => (type === 'CoinsPut' ? streamId('urn', 'b') : undefined),
      },
      "PourCoins writes to urn-b, which it read as another's",
    ],
    ['none but the other', { elsewhere: () => b }, 'PourCoins writes nothing to its own stream'],
  ])('S5 %s: it throws, and nothing is recorded', async (_, wrong, message) => {
    const store = await withCoins();
    const engine = createEngine({ store, modules: [{ ...jars, ...wrong }], clock: () => NOW });
    await expect(engine.execute(ask(pour('a', 'b', 2)))()).rejects.toThrow(new RangeError(message));
    await expect(engine.executeAll([ask(pour('a', 'b', 2))])()).rejects.toThrow(new RangeError(message));
    expect(await lines(store)).toEqual(before);
  });
});
