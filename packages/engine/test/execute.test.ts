import { createEngine, newCommandId } from '@millrace/engine';
import type { EventStore, Tenant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
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
  match,
  NOW,
  put,
  right,
  take,
} from './support/engines.js';
import { type AppendFault, faulty, oneByOne, racing } from './support/faulty.js';
import { jars } from './support/jars.js';

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
      events: [
        { id: first?.id, revision: 0, type: 'CoinsPut', data: { coins: 1 }, effectiveAt: NOW },
        { id: last?.id, revision: 1, type: 'CoinsPut', data: { coins: 1 }, effectiveAt: NOW },
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
    expect(await lines(store)).toEqual(['a +1', 'a +1']);
  });
});

describe('a lost race', () => {
  test('LAW-11 is decided anew on what won, also where it is refused then', async () => {
    const store = emptyStore();
    const other = jarEngine(store);
    right(await other.execute(ask(put('a', 5)))());
    const engine = jarEngine(racing(store, async (append) => append === 1 && other.execute(ask(take('a', 5)))()));
    expect(left(await engine.execute(ask(take('a', 1)))())).toMatchObject({
      type: 'Refused',
      refusal: { type: 'TooFewCoins', coins: 0 },
    });
    expect(await lines(store)).toEqual(['a +5', 'a -5']);
  });

  test('LAW-6 against another who records the same command: its receipt, and the state is not taken for what was foreseen', async () => {
    const store = emptyStore();
    const other = jarEngine(store);
    right(await other.execute(ask(put('a', 5)))());
    const same = ask(put('a', 7), { commandId: id(1), effectiveAt: NOW });
    const engine = jarEngine(
      racing(store, async (append) => {
        if (append !== 1) return;
        right(await other.execute(ask(take('a', 5)))());
        right(await other.execute(same)());
      }),
    );
    expect(done(await engine.execute(same)()).receipt).toMatchObject({ firstRevision: 2, position: 3 });
    expect(left(await engine.execute(ask(take('a', 8)))())).toMatchObject({ refusal: { coins: 7 } });
    expect(await lines(store)).toEqual(['a +5', 'a -5', 'a +7']);
  });

  test('S4 a stream that was only read moved meanwhile: nothing is written on what was read', async () => {
    const store = emptyStore();
    const other = jarEngine(store);
    right(await other.execute(ask(put('b', 3)))());
    const engine = jarEngine(racing(store, async (append) => append === 1 && other.execute(ask(put('b', 4)))()));
    right(await engine.execute(ask(match('a', 'b')))());
    expect(await lines(store)).toEqual(['b +3', 'b +4', 'a +7']);
  });

  test('S4 a stream that was read and did not exist then does now', async () => {
    const store = emptyStore();
    const other = jarEngine(store);
    right(await other.execute(ask(put('a', 1)))());
    const engine = jarEngine(racing(store, async (append) => append === 1 && other.execute(ask(put('b', 4)))()));
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

describe('provenance', () => {
  test('AU-3 AUD-7 every event says who, in which role, on whose command, why and when', async () => {
    const store = emptyStore();
    const command = ask(drop('a', 2), {
      commandId: id(7),
      actor: 'operator',
      role: 'operator',
      effectiveAt: '2026-11-20T08:00:00.000Z',
      correlationId: 'campaign/7',
      causationId: 'mail/3',
    });
    right(await jarEngine(store).execute(command)());
    const log = await logOf(store);
    expect(log).toHaveLength(2);
    for (const [revision, { type, stream, position, meta, ...rest }] of log.entries()) {
      expect({ type, stream, position, revision: rest.revision }).toEqual({
        type: 'CoinsPut',
        stream: jarStream('a'),
        position: revision + 1,
        revision,
      });
      expect(meta).toEqual({
        tenant: 'acme' as Tenant,
        recordedAt: NOW,
        effectiveAt: '2026-11-20T08:00:00.000Z',
        actor: 'operator',
        role: 'operator',
        commandId: id(7),
        commandDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        correlationId: 'campaign/7',
        causationId: 'mail/3',
      });
    }
  });

  test('what is left out: effective now, correlated to itself, caused by nothing', async () => {
    const store = emptyStore();
    const engine = jarEngine(store, { clock: () => '2026-11-24T11:11:11.111Z' as typeof NOW });
    right(await engine.execute(ask(put('a', 1), { commandId: id(8) }))());
    const [event] = await logOf(store);
    expect(event?.meta).toMatchObject({
      recordedAt: NOW,
      effectiveAt: '2026-11-24T11:11:11.111Z',
      correlationId: id(8),
    });
    expect(event?.meta).not.toHaveProperty('causationId');
    expect(event?.meta).not.toHaveProperty('playbook');
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
