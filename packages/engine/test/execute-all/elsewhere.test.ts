import { createEngine } from '@millrace/engine';
import type { EventStore } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import { all, words } from '../support/batches.js';
import {
  ask,
  emptyStore,
  id,
  jarEngine,
  jarStream,
  left,
  lines,
  logOf,
  NOW,
  pour,
  put,
  right,
  take,
} from '../support/engines.js';
import { faulty, oneByOne, racing } from '../support/faulty.js';
import { jars } from '../support/jars.js';
import { overtaken } from '../support/races.js';

const withCoins = async (...names: ReadonlyArray<string>): Promise<EventStore> => {
  const store = emptyStore();
  for (const name of names) right(await jarEngine(store).execute(ask(put(name, 5)))());
  return store;
};

describe('commands of both streams in one batch', () => {
  test('LAW-10 each on what the earlier ones lead to, sent once and without waiting, in order', async () => {
    const store = await withCoins('a');
    let begun = 0;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: EventStore = {
      ...store,
      append: (request) => async () => {
        begun += 1;
        if (begun === 4) release();
        await released;
        return store.append(request)();
      },
    };
    const engine = jarEngine(slow);
    const batch = [pour('a', 'b', 2), take('b', 2), take('b', 1), take('a', 3), pour('b', 'a', 0), put('b', 7)];
    const told = ['Recorded', 'Recorded', 'TooFewCoins', 'Recorded', 'Recorded', 'Recorded'];
    expect(words(await all(engine, ...batch))).toEqual(told);
    expect(begun).toBe(5);
    expect(await lines(store)).toEqual(['a +5', 'a -2', 'b +1', 'b +1', 'b -2', 'a -3', 'b -0', 'b +7']);
    expect(left(await engine.execute(ask(take('b', 9)))())).toMatchObject({ refusal: { coins: 7 } });
    expect(left(await engine.execute(ask(take('a', 9)))())).toMatchObject({ refusal: { coins: 0 } });
  });
});

describe('another writer, or a fault, in the middle of such a batch', () => {
  test('LAW-11 where the other stream moved, what rested on the decision is decided anew after it', async () => {
    const store = await withCoins('a');
    const answers = await all(overtaken(store, ask(put('b', 1))), pour('a', 'b', 2), put('c', 1), take('b', 3));
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'b +1', 'c +1', 'a -2', 'b +1', 'b +1', 'b -3']);
  });

  test('LAW-11 a refusal of what would have written the other stream holds back what follows there', async () => {
    const store = await withCoins('a');
    const answers = await all(overtaken(store, ask(put('a', 9))), take('a', 5), pour('a', 'b', 2), put('b', 7));
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'a +9', 'a -5', 'a -2', 'b +1', 'b +1', 'b +7']);
  });

  test('LAW-11 so does a decision that did not write it, and does when it is decided anew', async () => {
    const store = await withCoins('a');
    const { decide } = jars.decider;
    const onlyRich: typeof jars = {
      ...jars,
      decider: {
        ...jars.decider,
        decide: (command, jar, context) =>
          decide(command.type === 'PourCoins' && jar.coins < 9 ? { ...command, coins: 0 } : command, jar, context),
      },
    };
    const raced = racing(store, async (n) => {
      if (n === 1) right(await jarEngine(store).execute(ask(put('a', 9)))());
    });
    const engine = createEngine({ store: raced, modules: [onlyRich], clock: () => NOW });
    expect(words(await all(engine, pour('a', 'b', 2), put('b', 7)))).toEqual(['Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'a +9', 'a -2', 'b +1', 'b +1', 'b +7']);
  });

  test('LAW-6 recorded by another at a later place in the other stream: nothing rests on where it was foreseen', async () => {
    const store = await withCoins('a');
    const same = ask(pour('a', 'b', 2));
    const engine = overtaken(store, ask(put('b', 1)), same);
    expect(words(await engine.executeAll([same, ask(take('b', 3))])())).toEqual(['Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'b +1', 'a -2', 'b +1', 'b +1', 'b -3']);
    expect(left(await engine.execute(ask(take('b', 9)))())).toMatchObject({ refusal: { coins: 0 } });
  });

  test('LAW-10 after a fault neither stream is written, nor is anything that rested on either', async () => {
    const store = await withCoins('a', 'b');
    const engine = jarEngine(faulty(store, { append: oneByOne(['fails']) }));
    const answers = await all(engine, pour('a', 'b', 2), take('b', 6), take('a', 1), put('c', 1));
    expect(words(answers)).toEqual(['Unavailable', 'Unavailable', 'Unavailable', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'b +5', 'c +1']);
    expect(left(await engine.execute(ask(take('b', 9)))())).toMatchObject({ refusal: { coins: 5 } });
  });

  test.each([0, 1, 2, 3, 4])(
    'LAW-10 REL-1 a kill after %i appends leaves a prefix of whole decisions',
    async (survivors) => {
      const batch = [pour('a', 'b', 2), pour('b', 'a', 1), take('a', 1), pour('a', 'b', 1)].map((one) => ask(one));
      const whole = await withCoins('a');
      await jarEngine(whole).executeAll(batch)();
      const killed = await withCoins('a');
      const dying = racing(killed, (n) => (n > survivors ? new Promise(() => undefined) : Promise.resolve()));
      await Promise.race([jarEngine(dying).executeAll(batch)(), new Promise((resolve) => setTimeout(resolve, 15))]);

      const contents = async (store: EventStore) => (await logOf(store)).slice(1);
      const left = await contents(killed);
      expect(left).toEqual((await contents(whole)).slice(0, [0, 3, 5, 6, 8][survivors]));
      await jarEngine(killed).executeAll(batch)();
      expect(await contents(killed)).toEqual(await contents(whole));
    },
  );
});

describe('the same command id in one batch, on both streams', () => {
  test.each([
    ['written elsewhere first', pour('a', 'b', 2), take('b', 1), 3],
    ['written elsewhere first, though it would be refused', pour('a', 'b', 2), take('b', 99), 3],
    ['its own first', take('b', 1), pour('a', 'b', 2), 1],
  ])('LAW-6 %s: one effect, and the other command is refused', async (_, first, second, events) => {
    const store = await withCoins('a', 'b');
    const asks = [first, second].map((command) => ask(command, { commandId: id(1) }));
    const answers = await jarEngine(store).executeAll([...asks, ask(put('b', 1))])();
    expect(words(answers)).toEqual(['Recorded', 'CommandReused', 'Recorded']);
    expect(answers[1]).toMatchObject({ left: { stream: jarStream('b') } });
    expect(await lines(store)).toHaveLength(2 + events + 1);
  });

  test('LAW-6 of the same command: one effect, and the first receipts again', async () => {
    const store = await withCoins('a', 'b');
    const one = ask(pour('a', 'b', 2));
    const [first, , again] = await jarEngine(store).executeAll([one, ask(put('b', 1)), one])();
    expect(right(first ?? expect.unreachable('no answer')).type).toBe('Recorded');
    expect(again).toMatchObject({
      right: { ...right(first ?? expect.unreachable('no answer')), type: 'RecordedBefore' },
    });
    expect(await lines(store)).toEqual(['a +5', 'b +5', 'a -2', 'b +1', 'b +1', 'b +1']);
  });
});
