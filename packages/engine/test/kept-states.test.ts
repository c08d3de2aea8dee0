import { createEngine } from '@millrace/engine';
import { type EventStore, type Fold, type Module, streamId, streamRead } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import {
  ask,
  drop,
  emptyStore,
  jarEngine,
  label,
  left,
  lines,
  match,
  NOW,
  put,
  right,
  take,
} from './support/engines.js';
import { type Jar, type JarCommand, type JarEvent, jars } from './support/jars.js';

/** The store, with what was read of streams written down as `stream@revision`. */
const watched = (inner: EventStore) => {
  const reads: Array<string> = [];
  const readStream: EventStore['readStream'] = (stream, from, limit) => {
    reads.push(`${stream.slice(4)}@${from}`);
    return inner.readStream(stream, from, limit);
  };
  return { reads, store: { ...inner, readStream } };
};

describe('a kept state', () => {
  test('spares the reading of everything before it; what others wrote since is read', async () => {
    const inner = emptyStore();
    const { reads, store } = watched(inner);
    const engine = jarEngine(store);
    right(await engine.execute(ask(put('a', 1)))());
    right(await engine.execute(ask(put('a', 2)))());
    right(await jarEngine(inner).execute(ask(put('a', 3)))());
    expect(left(await engine.execute(ask(take('a', 7)))())).toMatchObject({ refusal: { coins: 6 } });
    right(await engine.execute(ask(take('a', 6)))());
    expect(reads).toEqual(['a@0', 'a@1', 'a@2', 'a@3']);
  });

  test('is kept of streams that are only read, too', async () => {
    const { reads, store } = watched(emptyStore());
    const engine = jarEngine(store);
    right(await engine.execute(ask(put('b', 1)))());
    const fresh = jarEngine(store);
    for (const name of ['a', 'c']) right(await fresh.execute(ask(match(name, 'b')))());
    expect(reads).toEqual(['b@0', 'a@0', 'b@0', 'c@0', 'b@1']);
  });

  test.each([0, 1, 2])('of two engines that keep %i each and write in turn, each sees the other’s', async (kept) => {
    const store = emptyStore();
    const engines = [jarEngine(store, { cachedStates: kept }), jarEngine(store, { cachedStates: kept })] as const;
    right(await engines[0].execute(ask(put('b', 1_000)))());
    for (let coins = 1; coins <= 20; coins++) {
      right(await engines[coins % 2 === 0 ? 0 : 1].execute(ask(put('a', 1)))());
      for (const engine of engines) {
        expect(left(await engine.execute(ask(take('a', 500)))())).toMatchObject({ refusal: { coins } });
      }
    }
    right(await engines[1].execute(ask(match('a', 'b')))());
    expect(left(await engines[0].execute(ask(take('a', 1_001)))())).toMatchObject({ refusal: { coins: 1_000 } });
  });

  test('that many events of others have made stale leads where a fresh reading leads', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    right(await engine.execute(ask(put('a', 1)))());
    right(await jarEngine(store).execute(ask(drop('a', 40)))());
    expect(left(await engine.execute(ask(take('a', 99)))())).toMatchObject({ refusal: { coins: 41 } });
  });

  test('REL-16 that knows more than the store, into which an older backup was put, is dropped', async () => {
    const [full, backup] = [emptyStore(), emptyStore()];
    for (const store of [full, full, full, backup]) right(await jarEngine(store).execute(ask(put('a', 1)))());
    let present = full;
    const engine = jarEngine({
      ...full,
      append: (request) => present.append(request),
      readStream: (...args) => present.readStream(...args),
      receiptOf: (...args) => present.receiptOf(...args),
    });
    expect(left(await engine.execute(ask(take('a', 4)))())).toMatchObject({ refusal: { coins: 3 } });
    present = backup;
    right(await engine.execute(ask(put('a', 1)))());
    expect(await lines(backup)).toEqual(['a +1', 'a +1']);
    expect(left(await engine.execute(ask(take('a', 4)))())).toMatchObject({ refusal: { coins: 2 } });
  });

  test('LAW-2 is frozen all through, however it came to be: read, carried on, foreseen', async () => {
    const states: Array<Jar> = [];
    const seeing: typeof jars = {
      ...jars,
      decider: {
        ...jars.decider,
        decide: (command, state, context) => {
          states.push(state);
          if (command.type === 'MatchJar') states.push(context.other);
          return jars.decider.decide(command, state, context);
        },
      },
    };
    const store = emptyStore();
    const tagged = (name: string) => ({ ...label(name, 'tea'), tags: ['x'] });
    for (const cachedStates of [0, 10]) {
      const engine = createEngine({ store, modules: [seeing], clock: () => NOW, cachedStates });
      for (const command of [tagged('a'), label('a', 'rice'), put('a', 1), match('b', 'a')]) {
        right(await engine.execute(ask(command))());
      }
      for (const answer of await engine.executeAll([ask(tagged('a')), ask(put('a', 1)), ask(put('a', 1))])())
        right(answer);
    }
    expect(states.filter(({ tags }) => tags !== undefined).length).toBeGreaterThan(10);
    for (const state of states) expect(Object.isFrozen(state) && Object.isFrozen(state.tags)).toBe(true);
  });
});

describe('a stream of more than one page', () => {
  test('is folded to its end, and the rest of the process goes on meanwhile', async () => {
    const store = emptyStore();
    for (let i = 0; i < 3; i++) right(await jarEngine(store).execute(ask(drop('a', 1_000)))());
    let turned = 0;
    const turn = (): void => {
      turned += 1;
      timer = setImmediate(turn);
    };
    let timer = setImmediate(turn);
    expect(left(await jarEngine(store).execute(ask(take('a', 9_999)))())).toMatchObject({ refusal: { coins: 3_000 } });
    clearImmediate(timer);
    expect(turned).toBeGreaterThanOrEqual(3);
  });
});

interface Shelf {
  readonly puts: number;
}

/** How often something was put into a jar. */
const puts: Fold<Shelf, JarEvent> = {
  initial: { puts: 0 },
  evolve: (state, event) => {
    if (event.type === 'CoinsPut') state.puts += 1;
    return undefined;
  },
};

const puttings = { events: jars.events, fold: puts };

describe('a stream folded by two', () => {
  /** Counts for itself how often coins were put into the jar that it reads. */
  const shelf: Module<JarCommand, Jar, JarEvent, { readonly type: 'Puts'; readonly puts: number }, Shelf> = {
    ...jars,
    kind: 'shelf',
    commands: { ...jars.commands, types: ['LabelJar'] },
    decider: { ...jars.decider, decide: (_, __, context) => ({ _tag: 'Left', left: { type: 'Puts', ...context } }) },
    streamOf: (command) => streamId('shelf', command.jar),
    reads: (command) => [streamRead(streamId('jar', command.jar), puttings)],
    contextOf: (command, _, { stateOf }) => stateOf(streamId('jar', command.jar), puttings) ?? puts.initial,
    playbookOf: () => undefined,
  };
  const onlyCoins = { ...jars, commands: { ...jars.commands, types: ['PutCoins', 'TakeCoins'] } };
  const engineOf = (store: EventStore) => createEngine({ store, modules: [onlyCoins, shelf], clock: () => NOW });

  test('gives each the state of its own fold', async () => {
    const engine = engineOf(emptyStore());
    right(await engine.execute(ask(put('a', 5)))());
    for (const times of [1, 2, 3]) {
      expect(left(await engine.execute(ask(label('a', 'x')))())).toMatchObject({
        refusal: { type: 'Puts', puts: times },
      });
      expect(left(await engine.execute(ask(take('a', 99)))())).toMatchObject({ refusal: { coins: times * 5 } });
      right(await engine.execute(ask(put('a', 5)))());
    }
  });

  test('in one batch too, in order', async () => {
    const engine = engineOf(emptyStore());
    const batch = [put('a', 5), label('a', 'x'), put('a', 5), take('a', 99), label('a', 'x'), put('b', 1)];
    const [, first, , coins, second, last] = await engine.executeAll(batch.map((command) => ask(command)))();
    expect(first).toMatchObject({ left: { refusal: { type: 'Puts', puts: 1 } } });
    expect(coins).toMatchObject({ left: { refusal: { type: 'TooFewCoins', coins: 10 } } });
    expect(second).toMatchObject({ left: { refusal: { type: 'Puts', puts: 2 } } });
    expect(last).toMatchObject({ right: { type: 'Recorded' } });
  });
});

describe('a stream folded by two, in one command', () => {
  const twice: typeof jars = {
    ...jars,
    reads: ({ jar }) => [streamRead(streamId('jar', jar), puttings)],
  };

  test('is a defect of the module: its own stream is folded by its own decider', async () => {
    const engine = createEngine({ store: emptyStore(), modules: [twice], clock: () => NOW });
    await expect(engine.execute(ask(put('a', 5)))()).rejects.toThrow(RangeError);
  });
});
