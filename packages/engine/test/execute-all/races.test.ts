import type { EventStore } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { all, words } from '../support/batches.js';
import { ask, done, emptyStore, id, jarEngine, left, lines, match, NOW, put, right, take } from '../support/engines.js';
import { overtaken } from '../support/races.js';

describe('another writer in the middle of a batch', () => {
  const withCoins = async (coins: number): Promise<EventStore> => {
    const store = emptyStore();
    right(await jarEngine(store).execute(ask(put('a', coins)))());
    return store;
  };
  const same = ask(put('a', 7), { commandId: id(1), effectiveAt: NOW });

  test('LAW-11 an event of another at the very revision foreseen is not taken for the one foreseen', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, ask(take('a', 5)));
    expect(words(await all(engine, take('a', 1), take('a', 4)))).toEqual(['TooFewCoins', 'TooFewCoins']);
    expect(await lines(store)).toEqual(['a +5', 'a -5']);
  });

  test('S4 neither is one in a stream that was only read', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, ask(take('a', 1)));
    expect(words(await all(engine, put('a', 2), match('b', 'a')))).toEqual(['Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'a -1', 'a +2', 'b +6']);
  });

  test.each([
    ['a refusal', [take('a', 3), take('a', 3)], [put('a', 9)], ['Recorded', 'Recorded'], ['a +9', 'a -3', 'a -3']],
    [
      'what was already so',
      [put('a', 1), match('b', 'c')],
      [put('c', 1)],
      ['Recorded', 'Recorded'],
      ['c +1', 'a +1', 'b +1'],
    ],
  ] as const)('%s that was decided on what did not come is decided anew', async (_, batch, others, said, recorded) => {
    const store = await withCoins(5);
    right(await jarEngine(store).execute(ask(put('c', 0 + 1)))());
    right(await jarEngine(store).execute(ask(take('c', 1)))());
    const engine = overtaken(store, ...others.map((command) => ask(command)));
    expect(words(await all(engine, ...batch))).toEqual(said);
    expect((await lines(store)).slice(3)).toEqual(recorded);
  });

  test('what was already so by an append that then lost its race is not so', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, ask(take('a', 5)));
    const answers = await all(engine, take('a', 2), put('b', 3), match('b', 'a'));
    expect(words(answers)).toEqual(['TooFewCoins', 'Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'a -5', 'b +3', 'b -3']);
  });

  test('what does not rest on the conflict stays as it went, and may stand before it', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, ask(take('a', 1)));
    const answers = await all(engine, put('a', 2), put('b', 3), take('c', 1), put('a', 4));
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'TooFewCoins', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'a -1', 'b +3', 'a +2', 'a +4']);
  });

  test('LAW-6 one who records the same command first: its receipt, and nothing rests on what was foreseen', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, ask(take('a', 5)), same);
    const answers = await engine.executeAll([same, ask(take('a', 12)), ask(take('a', 7))])();
    expect(words(answers)).toEqual(['RecordedBefore', 'TooFewCoins', 'Recorded']);
    expect(done(answers[0] ?? E.left('')).receipt).toMatchObject({ firstRevision: 2, position: 3 });
    expect(await lines(store)).toEqual(['a +5', 'a -5', 'a +7', 'a -7']);
    expect(left(await engine.execute(ask(take('a', 1)))())).toMatchObject({ refusal: { coins: 0 } });
  });

  test('LAW-6 two engines that execute the same batch at once: each command is recorded by one of them', async () => {
    const store = await withCoins(5);
    const batch = [put('a', 1), put('b', 2), take('a', 3), put('c', 4)].map((command) =>
      ask(command, { effectiveAt: NOW }),
    );
    const said = (await Promise.all([jarEngine(store), jarEngine(store)].map((one) => one.executeAll(batch)()))).map(
      words,
    );
    const pairs = batch.map((_, i) => said.map((each) => each[i]).sort());
    expect(pairs).toEqual(batch.map(() => ['Recorded', 'RecordedBefore']));
    expect(await lines(store)).toHaveLength(1 + batch.length);
  });

  test('LAW-6 a refusal that rests on where that command was foreseen to stand is decided anew', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, ask(take('a', 5)), same);
    const answers = await engine.executeAll([same, ask(take('a', 13))])();
    expect(answers[1]).toMatchObject({ left: { refusal: { type: 'TooFewCoins', coins: 7 } } });
    expect(left(await engine.execute(ask(take('a', 13)))())).toMatchObject({ refusal: { coins: 7 } });
  });

  test('a state that was only foreseen is not kept', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, ask(take('a', 5)));
    await all(engine, take('a', 5), match('b', 'a'));
    expect(left(await engine.execute(ask(take('a', 9)))())).toMatchObject({ refusal: { coins: 0 } });
  });
});
