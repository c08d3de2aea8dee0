import type { EventStore } from '@millrace/kernel';
import { describe, expect, test } from 'vitest';
import {
  ask,
  done,
  drop,
  emptyStore,
  id,
  jarEngine,
  jarStream,
  label,
  left,
  lines,
  logOf,
  NOW,
  put,
  right,
} from '../support/engines.js';

describe('the same command id again', () => {
  const first = ask(drop('a', 2), { commandId: id(1) });
  const receipt = { stream: jarStream('a'), firstRevision: 1, lastRevision: 2, position: 2 + 1 };

  /** A jar with an event before and many after the command. */
  const recorded = async (store: EventStore, engine = jarEngine(store)) => {
    right(await engine.execute(ask(put('a', 1)))());
    const outcome = done(await engine.execute(first)());
    for (let i = 0; i < 40; i++) right(await engine.execute(ask(put('a', 1)))());
    return { engine, outcome };
  };

  test.each([
    ['in the same engine, whose state is kept', (_: EventStore, engine: ReturnType<typeof jarEngine>) => engine],
    ['in a fresh engine', (store: EventStore) => jarEngine(store)],
    ['in an engine that keeps nothing', (store: EventStore) => jarEngine(store, { cachedStates: 0 })],
  ])('LAW-6 S6 acceptance 5, %s: the first receipt and events, and no second copy', async (_, engineOf) => {
    const store = emptyStore();
    const { engine, outcome } = await recorded(store);
    const again = done(await engineOf(store, engine).execute(first)());
    expect(again).toEqual({ ...outcome, type: 'RecordedBefore' });
    expect(again.receipt).toEqual(receipt);
    expect(await lines(store)).toHaveLength(43);
  });

  test.each([
    ['another amount', drop('a', 3)],
    ['another command', put('a', 2)],
  ])('LAW-6 for %s is refused, however long ago it was and whoever remembers', async (_, command) => {
    const store = emptyStore();
    const { engine } = await recorded(store);
    for (const one of [engine, jarEngine(store), jarEngine(store, { cachedStates: 0 })]) {
      expect(left(await one.execute(ask(command, { commandId: id(1) }))())).toEqual({
        type: 'CommandReused',
        commandId: id(1),
        stream: jarStream('a'),
      });
    }
    expect(await lines(store)).toHaveLength(43);
  });

  test('LAW-6 recorded by another engine, found in what this one had not read yet', async () => {
    const store = emptyStore();
    const mine = jarEngine(store);
    right(await mine.execute(ask(put('a', 1)))());
    done(await jarEngine(store).execute(first)());
    expect(done(await mine.execute(first)())).toMatchObject({ type: 'RecordedBefore', receipt });
  });

  test('LAW-6 by another actor in another role is the same command: what was asked counts, not who asks again', async () => {
    const store = emptyStore();
    const { engine, outcome } = await recorded(store);
    const again = done(await engine.execute({ ...first, actor: 'bob', role: 'manager', correlationId: 'x' })());
    expect(again).toEqual({ ...outcome, type: 'RecordedBefore' });
    expect((await logOf(store)).filter(({ meta }) => meta.commandId === id(1)).map(({ meta }) => meta.actor)).toEqual([
      'operator',
      'operator',
    ]);
  });

  test('LAW-6 with another text in a personal field is the same command: personal fields are in no digest', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    right(await engine.execute(ask(label('a', 'tea'), { commandId: id(2) }))());
    const again = done(await engine.execute(ask(label('a', 'rice'), { commandId: id(2) }))());
    expect(again).toMatchObject({ type: 'RecordedBefore', events: [{ data: { label: 'tea' } }] });
  });

  test('LAW-6 at another effective time, or at one where none was given, is another command', async () => {
    const engine = jarEngine(emptyStore());
    const given = ask(put('a', 1), { effectiveAt: NOW });
    const leftOut = ask(put('b', 1));
    right(await engine.execute(given)());
    right(await engine.execute(leftOut)());
    const later = '2026-11-24T10:00:00.000Z';
    expect(left(await engine.execute({ ...given, effectiveAt: later })()).type).toBe('CommandReused');
    expect(left(await engine.execute({ ...leftOut, effectiveAt: NOW })()).type).toBe('CommandReused');
    const { effectiveAt: _, ...without } = given;
    expect(left(await engine.execute(without)()).type).toBe('CommandReused');
    expect(right(await engine.execute(given)()).type).toBe('RecordedBefore');
    expect(right(await engine.execute(leftOut)()).type).toBe('RecordedBefore');
  });

  test('LAW-6 is looked up in the stream of its own command: on another stream it is another command', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    right(await engine.execute(ask(put('a', 1), { commandId: id(3) }))());
    expect(right(await engine.execute(ask(put('b', 1), { commandId: id(3) }))()).type).toBe('Recorded');
    expect(right(await engine.execute(ask(put('b', 1), { commandId: id(3) }))()).type).toBe('RecordedBefore');
    expect(await lines(store)).toEqual(['a +1', 'b +1']);
  });

  test('LAW-6 asked by many at once has one effect, and everybody is given its receipt', async () => {
    const store = emptyStore();
    const engines = [jarEngine(store), jarEngine(store), jarEngine(store, { cachedStates: 0 })];
    const answers = await Promise.all(engines.flatMap((engine) => [engine.execute(first)(), engine.execute(first)()]));
    for (const answer of answers) expect(done(answer).receipt).toMatchObject({ firstRevision: 0, position: 2 });
    expect(answers.map((answer) => done(answer).type).sort()).toEqual(['Recorded', ...Array(5).fill('RecordedBefore')]);
    expect(await lines(store)).toEqual(['a +1', 'a +1']);
  });
});
