import type { Ask } from '@millrace/engine';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { words } from '../support/batches.js';
import { ask, done, drop, emptyStore, id, jarEngine, lines, match, put, take } from '../support/engines.js';

describe('the same command id twice in one batch', () => {
  const twice = (first: object, second: object): ReadonlyArray<Ask> => [
    ask(first, { commandId: id(1) }),
    ask(put('b', 1)),
    ask(second, { commandId: id(1) }),
  ];

  test('LAW-6 for the same command: one effect, and the first receipt', async () => {
    const store = emptyStore();
    const answers = await jarEngine(store).executeAll([...twice(put('a', 1), put('a', 1)), ask(take('a', 2))])();
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'RecordedBefore', 'TooFewCoins']);
    expect(done(answers[2] ?? E.left('')).receipt).toEqual(done(answers[0] ?? E.left('')).receipt);
    expect(await lines(store)).toEqual(['a +1', 'b +1']);
  });

  test('LAW-6 for another one of the same stream: refused, and only the first has an effect', async () => {
    const store = emptyStore();
    const answers = await jarEngine(store).executeAll(twice(put('a', 1), put('a', 2)))();
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'CommandReused']);
    expect(await lines(store)).toEqual(['a +1', 'b +1']);
  });

  test('LAW-6 where the first was refused, the second is decided anew', async () => {
    const store = emptyStore();
    const answers = await jarEngine(store).executeAll(twice(take('a', 1), put('a', 2)))();
    expect(words(answers)).toEqual(['TooFewCoins', 'Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['b +1', 'a +2']);
  });

  test('LAW-6 where the first cannot be stored, the second is executed, and what follows rests on that', async () => {
    const store = emptyStore();
    const answers = await jarEngine(store).executeAll([...twice(drop('a', 1_001), put('a', 2)), ask(take('a', 2))])();
    expect(words(answers)).toEqual(['AppendRefused', 'Recorded', 'Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['b +1', 'a +2', 'a -2']);
  });

  test('on two streams they are two commands', async () => {
    const store = emptyStore();
    const answers = await jarEngine(store).executeAll(twice(put('a', 1), put('b', 1)))();
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['a +1', 'b +1', 'b +1']);
  });

  test.each([0, 10])('LAW-6 a whole batch again records nothing, with %i states kept', async (cachedStates) => {
    const store = emptyStore();
    const engine = jarEngine(store, { cachedStates });
    const batch = [put('a', 1), drop('b', 3), match('b', 'a'), put('a', 1)].map((command) => ask(command));
    const first = await engine.executeAll(batch)();
    const reused = batch.map((one) => ({ ...one, command: put('a', 77) }));
    for (const one of [engine, jarEngine(store)]) {
      const again = await one.executeAll(batch)();
      expect(again).toEqual(first.map((answer) => E.map((o: object) => ({ ...o, type: 'RecordedBefore' }))(answer)));
      expect(words(await one.executeAll(reused.slice(0, 1))())).toEqual(['CommandReused']);
    }
    expect(await lines(store)).toHaveLength(6);
  });
});
