import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { all, words } from '../support/batches.js';
import { ask, drop, emptyStore, jarEngine, label, lines, match, put, take } from '../support/engines.js';
import { type AppendFault, faulty, oneByOne, outcomeUnknown, unavailable } from '../support/faulty.js';

describe('a fault of the store in the middle of a batch', () => {
  const withFaults = (...faults: ReadonlyArray<AppendFault>) => {
    const store = emptyStore();
    return { store, engine: jarEngine(faulty(store, { append: oneByOne(faults) })) };
  };
  const batch = [put('a', 5), put('b', 1), take('a', 5), put('b', 2)].map((command) => ask(command));

  test('what was sent is told as it went; what would overtake the one to be asked again is not tried', async () => {
    const { store, engine } = withFaults('fails');
    const answers = await engine.executeAll(batch)();
    expect([answers[0], answers[2]]).toEqual([E.left(unavailable), E.left(unavailable)]);
    expect(words(answers)).toEqual(['Unavailable', 'Recorded', 'Unavailable', 'Recorded']);
    expect(await lines(store)).toEqual(['b +1', 'b +2']);
    expect(words(await engine.executeAll(batch)())).toEqual([
      'Recorded',
      'RecordedBefore',
      'Recorded',
      'RecordedBefore',
    ]);
    expect(await lines(store)).toEqual(['b +1', 'b +2', 'a +5', 'a -5']);
  });

  test('an answer that rests on nothing that failed stands; one that does was not tried', async () => {
    const { engine } = withFaults('fails');
    const answers = await all(engine, put('a', 5), take('b', 1), take('a', 9), match('b', 'a'), match('c', 'd'));
    expect(words(answers)).toEqual(['Unavailable', 'TooFewCoins', 'Unavailable', 'Unavailable', 'AlreadySo']);
  });

  test('LAW-6 an unknown outcome is settled by the same bytes, and what rests on it is executed', async () => {
    for (const fault of ['lostAfter', 'lostBefore'] as const) {
      const { store, engine } = withFaults(fault);
      expect(words(await engine.executeAll(batch)())).toEqual(['Recorded', 'Recorded', 'Recorded', 'Recorded']);
      expect((await lines(store)).filter((line) => line.startsWith('a'))).toEqual(['a +5', 'a -5']);
      expect(await lines(store)).toHaveLength(4);
    }
  });

  test('LAW-6 one that stays unknown is told; each that may have been written is told so, the rest was not', async () => {
    const lost: ReadonlyArray<AppendFault> = ['lostAfter', 'lostAfter', 'lostBefore', undefined];
    const { store, engine } = withFaults(...lost, 'fails');
    const answers = await engine.executeAll(batch)();
    expect(words(answers)).toEqual(['OutcomeUnknown', 'OutcomeUnknown', 'OutcomeUnknown', 'Recorded']);
    expect(answers[2]).toEqual(E.left(outcomeUnknown));
    expect(await lines(store)).toEqual(['a +5', 'b +1', 'b +2']);
    expect(words(await engine.executeAll(batch)())).toEqual([
      'RecordedBefore',
      'RecordedBefore',
      'Recorded',
      'RecordedBefore',
    ]);
  });

  test('what was not tried says after what', async () => {
    const { engine } = withFaults('lostBefore', undefined, undefined, 'fails');
    const answers = await all(engine, put('a', 1), put('b', 1), take('a', 1));
    expect(answers[0]).toEqual(E.left(outcomeUnknown));
    expect(answers[2]).toEqual(
      E.left({
        type: 'Unavailable',
        reason: 'failed',
        message: 'not tried: a command before it ended in OutcomeUnknown',
      }),
    );
  });

  test('one that failed on what never came is decided anew, and is no fault', async () => {
    const { store, engine } = withFaults('conflicts', 'fails');
    expect(words(await all(engine, put('a', 1), take('a', 1)))).toEqual(['Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['a +1', 'a -1']);
  });

  test('an append that conflicts after the fault is not executed anew', async () => {
    const { store, engine } = withFaults('fails', 'conflicts');
    expect(words(await all(engine, put('a', 1), put('b', 1), put('c', 1)))).toEqual([
      'Unavailable',
      'Unavailable',
      'Recorded',
    ]);
    expect(await lines(store)).toEqual(['c +1']);
  });

  test('nothing more is read, sent or tried once a read has failed; what was sent before is told', async () => {
    const store = emptyStore();
    const failures = oneByOne([false, true]);
    const engine = jarEngine(faulty(store, { read: () => failures() === true }));
    const answers = await engine.executeAll([
      ask(put('a', 1)),
      ask(put('b', 1)),
      ask(put('c', 1)),
      { ...ask(put('c', 1)), role: '' },
    ])();
    expect(words(answers)).toEqual(['Recorded', 'Unavailable', 'Unavailable', 'InvalidAsk']);
    expect(await lines(store)).toEqual(['a +1']);
  });

  test('a database that turns out to be damaged, or others who never stop writing, end it too', async () => {
    const damaged = withFaults('damaged');
    expect(words(await all(damaged.engine, put('a', 1), take('a', 1)))).toEqual(['StoreDamaged', 'Unavailable']);

    const conflicts = Array.from({ length: 22 }, (): AppendFault => 'conflicts');
    const contended = withFaults(...conflicts);
    expect(words(await all(contended.engine, put('a', 1), take('a', 1)))).toEqual(['Contended', 'Unavailable']);
    expect(await lines(contended.store)).toEqual([]);
  });

  test('an append that is refused for its size hinders only what rested on it', async () => {
    const store = emptyStore();
    const answers = await all(jarEngine(store), drop('a', 1_001), take('a', 5), put('b', 1), label('a', 'x'));
    expect(words(answers)).toEqual(['AppendRefused', 'TooFewCoins', 'Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['b +1', 'a JarLabelled']);
  });
});
