import type { EventStore } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
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
  NOW,
  put,
  right,
  take,
} from '../support/engines.js';
import { type AppendFault, faulty, oneByOne } from '../support/faulty.js';
import { overtaken } from '../support/races.js';

describe('a lost race', () => {
  test('LAW-11 is decided anew on what won, also where it is refused then', async () => {
    const store = emptyStore();
    right(await jarEngine(store).execute(ask(put('a', 5)))());
    const engine = overtaken(store, ask(take('a', 5)));
    expect(left(await engine.execute(ask(take('a', 1)))())).toMatchObject({
      type: 'Refused',
      refusal: { type: 'TooFewCoins', coins: 0 },
    });
    expect(await lines(store)).toEqual(['a +5', 'a -5']);
  });

  test('LAW-6 against another who records the same command: its receipt, and the state is not taken for what was foreseen', async () => {
    const store = emptyStore();
    right(await jarEngine(store).execute(ask(put('a', 5)))());
    const same = ask(put('a', 7), { commandId: id(1), effectiveAt: NOW });
    const engine = overtaken(store, ask(take('a', 5)), same);
    const receipt = { stream: jarStream('a'), firstRevision: 2, lastRevision: 2, position: 3 };
    expect(done(await engine.execute(same)())).toMatchObject({ type: 'RecordedBefore', receipt });
    expect(left(await engine.execute(ask(take('a', 8)))())).toMatchObject({ refusal: { coins: 7 } });
    expect(await lines(store)).toEqual(['a +5', 'a -5', 'a +7']);
  });

  test('S4 a stream that was only read moved meanwhile: nothing is written on what was read', async () => {
    const store = emptyStore();
    right(await jarEngine(store).execute(ask(put('b', 3)))());
    const engine = overtaken(store, ask(put('b', 4)));
    right(await engine.execute(ask(match('a', 'b')))());
    expect(await lines(store)).toEqual(['b +3', 'b +4', 'a +7']);
  });

  test('S4 a stream that was read and did not exist then does now', async () => {
    const store = emptyStore();
    right(await jarEngine(store).execute(ask(put('a', 1)))());
    const engine = overtaken(store, ask(put('b', 4)));
    right(await engine.execute(ask(match('a', 'b')))());
    expect(await lines(store)).toEqual(['a +1', 'b +4', 'a +3']);
  });

  test('is run 20 times; then the caller is told, and nothing was recorded', async () => {
    const conflicts = (times: number): ReadonlyArray<AppendFault> => Array.from({ length: times }, () => 'conflicts');
    const store = emptyStore();
    const nearly = jarEngine(faulty(store, { append: oneByOne(conflicts(19)) }));
    expect(right(await nearly.execute(ask(put('a', 1)))()).type).toBe('Recorded');
    const contended = jarEngine(faulty(store, { append: oneByOne(conflicts(20)) }));
    expect(left(await contended.execute(ask(put('a', 2)))())).toEqual({
      type: 'Contended',
      stream: jarStream('a'),
      attempts: 20,
    });
    expect(await lines(store)).toEqual(['a +1']);
  });

  test('acceptance 1: of many who would be the first in a stream, one is, and the rest see it', async () => {
    const store = emptyStore();
    const engines = Array.from({ length: 16 }, () => jarEngine(store));
    right(await jarEngine(store).execute(ask(put('b', 1)))());
    const answers = await Promise.all(engines.map((engine) => engine.execute(ask(match('a', 'b')))()));
    expect(answers.map((answer) => right(answer).type).sort()).toEqual([...Array(15).fill('AlreadySo'), 'Recorded']);
    expect(await lines(store)).toEqual(['b +1', 'a +1']);
  });

  test('acceptance 4: a hundred side by side in one engine all succeed, in the order they came', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    const coins = Array.from({ length: 100 }, (_, i) => i + 1);
    const answers = await Promise.all(coins.map((n) => engine.execute(ask(put('a', n)))()));
    expect(answers.map((answer) => done(answer).receipt.firstRevision)).toEqual(coins.map((n) => n - 1));
    expect(await lines(store)).toEqual(coins.map((n) => `a +${n}`));
  });

  test('a store that gives no receipt is defective, and says so', async () => {
    const store: EventStore = { ...emptyStore(), append: () => async () => E.right([]) };
    await expect(jarEngine(store).execute(ask(put('a', 1)))()).rejects.toThrow(
      new RangeError('a store gives a receipt for every write'),
    );
  });

  test('a defect in one of them does not hold up the next', async () => {
    const store = emptyStore();
    const failing = oneByOne([true]);
    const broken: EventStore = {
      ...store,
      append: (request) => (failing() === true ? () => Promise.reject(new Error('a bug')) : store.append(request)),
    };
    const engine = jarEngine(broken);
    const defect = engine.execute(ask(put('a', 1)))();
    const next = engine.execute(ask(put('a', 2)))();
    await expect(defect).rejects.toThrow('a bug');
    expect(right(await next).type).toBe('Recorded');
  });
});
