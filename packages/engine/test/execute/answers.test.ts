import { createEngine, newCommandId } from '@millrace/engine';
import { describe, expect, test } from 'vitest';
import {
  ask,
  done,
  drop,
  emptyStore,
  jarEngine,
  jarStream,
  label,
  left,
  lines,
  logOf,
  NOW,
  put,
  right,
  take,
} from '../support/engines.js';
import { jars } from '../support/jars.js';

describe('three answers', () => {
  test('LAW-10 what happens is recorded in one append, and told with its receipt and events', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    right(await engine.execute(ask(put('b', 1)))());
    const outcome = done(await engine.execute(ask(drop('a', 2)))());
    const [, first, last] = await logOf(store);
    expect(outcome).toEqual({
      type: 'Recorded',
      receipt: { stream: jarStream('a'), firstRevision: 0, lastRevision: 1, position: 3 },
      elsewhere: [],
      events: [
        { id: first?.id, stream: jarStream('a'), revision: 0, type: 'CoinsPut', data: { coins: 1 }, effectiveAt: NOW },
        { id: last?.id, stream: jarStream('a'), revision: 1, type: 'CoinsPut', data: { coins: 1 }, effectiveAt: NOW },
      ],
    });
  });

  test('LAW-5 a refusal appends nothing and carries its numbers', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    right(await engine.execute(ask(put('a', 3)))());
    expect(left(await engine.execute(ask(take('a', 4)))())).toEqual({
      type: 'Refused',
      command: 'TakeCoins',
      refusal: { type: 'TooFewCoins', coins: 3 },
    });
    expect(await lines(store)).toEqual(['a +3']);
  });

  test('what is already so appends nothing', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    right(await engine.execute(ask(label('a', 'tea')))());
    expect(right(await engine.execute(ask(label('a', 'tea')))())).toEqual({ type: 'AlreadySo' });
    expect(await lines(store)).toHaveLength(1);
  });

  test('LAW-6 a refusal and what is already so leave no record: the same id is decided anew', async () => {
    const engine = jarEngine(emptyStore());
    const asked = ask(take('a', 4));
    expect(left(await engine.execute(asked)()).type).toBe('Refused');
    right(await engine.execute(ask(put('a', 4)))());
    expect(right(await engine.execute(asked)()).type).toBe('Recorded');

    const labelled = ask(label('a', 'tea'));
    right(await engine.execute(ask(label('a', 'tea')))());
    expect(right(await engine.execute(labelled)()).type).toBe('AlreadySo');
    right(await engine.execute(ask(label('a', 'rice')))());
    expect(right(await engine.execute(labelled)()).type).toBe('Recorded');
  });
});

describe('limits', () => {
  test('REL-8 more events than one append may hold: a typed error, and nothing is recorded', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    expect(left(await engine.execute(ask(drop('a', 1_001)))())).toEqual({
      type: 'AppendRefused',
      reason: 'tooManyEvents',
      limit: 1_000,
      actual: 1_001,
    });
    expect(await lines(store)).toEqual([]);
    expect(right(await engine.execute(ask(drop('a', 1_000)))()).type).toBe('Recorded');
  });

  test('REL-8 an event over a mebibyte: a typed error, and nothing is recorded', async () => {
    const store = emptyStore();
    expect(left(await jarEngine(store).execute(ask(label('a', 'x'.repeat(1_048_576))))())).toMatchObject({
      type: 'EventTooLarge',
      event: 'JarLabelled',
      limit: 1_048_576,
    });
    expect(await lines(store)).toEqual([]);
  });
});

describe('an engine', () => {
  test('refuses two modules for one kind of stream, and two that answer one command', () => {
    const store = emptyStore();
    expect(() => createEngine({ store, modules: [jars, jars] })).toThrow(
      new RangeError('two modules for streams of kind jar'),
    );
    expect(() => createEngine({ store, modules: [jars, { ...jars, kind: 'pot' }] })).toThrow(
      new RangeError('two modules answer PutCoins'),
    );
  });

  test('uses the clock and the digest of the machine where none is given', async () => {
    const store = emptyStore();
    const engine = createEngine({ store, modules: [jars] });
    const before = new Date().toISOString();
    right(await engine.execute(ask(put('a', 1), { commandId: newCommandId() }))());
    const [event] = await logOf(store);
    expect(event?.meta.effectiveAt.localeCompare(before)).toBeGreaterThanOrEqual(0);
    expect(engine.eventsOf.get('jar')).toBe(jars.events);
  });
});
