import { type Ask, createEngine, type Engine } from '@millrace/engine';
import type { EventStore } from '@millrace/kernel';
import { customerModule, dealership, playbookModule } from '@millrace/sales';
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
import { type AppendFault, faulty, oneByOne, outcomeUnknown, racing, unavailable } from './support/faulty.js';

type Answers = Awaited<ReturnType<ReturnType<Engine['executeAll']>>>;

/** The answers in one word each: what was recorded, or why not. */
const words = (answers: Answers): ReadonlyArray<string> =>
  answers.map((answer) => {
    if (E.isRight(answer)) return answer.right.type;
    return answer.left.type === 'Refused' ? answer.left.refusal.type : answer.left.type;
  });

const all = (engine: Engine, ...commands: ReadonlyArray<object>): Promise<Answers> =>
  engine.executeAll(commands.map((command) => ask(command)))();

describe('many commands', () => {
  test('each on what the earlier ones lead to, positions in their order, receipts as of one by one', async () => {
    const store = emptyStore();
    const answers = await all(
      jarEngine(store),
      put('a', 3),
      drop('b', 2),
      match('c', 'a'),
      take('a', 1),
      match('a', 'b'),
    );
    expect(await lines(store)).toEqual(['a +3', 'b +1', 'b +1', 'c +3', 'a -1']);
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'Recorded', 'Recorded', 'AlreadySo']);
    expect(answers.slice(0, 4).map((answer) => done(answer).receipt)).toEqual([
      { stream: jarStream('a'), firstRevision: 0, lastRevision: 0, position: 1 },
      { stream: jarStream('b'), firstRevision: 0, lastRevision: 1, position: 3 },
      { stream: jarStream('c'), firstRevision: 0, lastRevision: 0, position: 4 },
      { stream: jarStream('a'), firstRevision: 1, lastRevision: 1, position: 5 },
    ]);
  });

  test('LAW-5 a refused one, or one that is no command, appends nothing and hinders none of the others', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    const asks = [put('a', 1), take('a', 2), { type: 'FillJar' }, take('a', 1)].map((command) => ask(command));
    const answers = await engine.executeAll([...asks, { ...ask(put('a', 5)), actor: '' }, ask(put('a', 7))])();
    expect(words(answers)).toEqual(['Recorded', 'TooFewCoins', 'InvalidCommand', 'Recorded', 'InvalidAsk', 'Recorded']);
    expect(answers[1]).toMatchObject({ left: { refusal: { coins: 1 } } });
    expect(await lines(store)).toEqual(['a +1', 'a -1', 'a +7']);
  });

  test('none at all', async () => {
    expect(await jarEngine(emptyStore()).executeAll([])()).toEqual([]);
  });

  test('their appends do not wait for each other, so that a store may write them together', async () => {
    const store = emptyStore();
    let begun = 0;
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: EventStore = {
      ...store,
      append: (request) => async () => {
        begun += 1;
        if (begun === 3) release();
        await released;
        return store.append(request)();
      },
    };
    const batch = [put('a', 1), take('a', 1), match('b', 'd'), put('b', 1), match('c', 'a')];
    expect(words(await all(jarEngine(slow), ...batch))).toEqual([
      'Recorded',
      'Recorded',
      'AlreadySo',
      'Recorded',
      'AlreadySo',
    ]);
  });

  test('each is sent once where nothing conflicts, also after one of several events', async () => {
    const store = emptyStore();
    let appends = 0;
    const counting: EventStore = {
      ...store,
      append: (request) => {
        appends += 1;
        return store.append(request);
      },
    };
    const answers = await all(jarEngine(counting), drop('a', 3), put('a', 2), match('b', 'a'), take('a', 9));
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'Recorded', 'TooFewCoins']);
    expect(appends).toBe(3);
  });

  test('what they leave is kept: the next command reads nothing again', async () => {
    const inner = emptyStore();
    const from: Array<number> = [];
    const readStream: EventStore['readStream'] = (stream, revision, limit) => {
      from.push(revision);
      return inner.readStream(stream, revision, limit);
    };
    const engine = jarEngine({ ...inner, readStream });
    await all(engine, put('a', 1), put('a', 2), take('a', 9));
    expect(left(await engine.execute(ask(take('a', 9)))())).toMatchObject({ refusal: { coins: 3 } });
    expect(from).toEqual([0, 2]);
  });

  test('AU-3 a playbook published in the same batch is the one that the next commands are decided under', async () => {
    const store = emptyStore();
    const engine = createEngine({ store, modules: [playbookModule, customerModule], clock: () => NOW });
    const customer = 'c1';
    const sheet = { source: 'walkIn', mobile: '139' };
    const answers = await all(
      engine,
      { type: 'CollectProspect', customer, collectedBy: 'ada', sheet },
      { type: 'PublishPlaybook', playbook: dealership },
      { type: 'CollectProspect', customer, collectedBy: 'ada', sheet },
      { type: 'AcceptProspect', customer, screenedBy: 'mia' },
      { type: 'EnterCustomer', customer, custodian: 'ada' },
    );
    expect(words(answers)).toEqual(['NoPlaybook', 'Recorded', 'Recorded', 'Recorded', 'Recorded']);
    const [published, ...rest] = await logOf(store);
    expect(published?.meta).not.toHaveProperty('playbook');
    expect(rest).toHaveLength(4);
    for (const { meta } of rest) expect(meta.playbook).toMatch(/^dealership@[0-9a-f]{16}$/);
  });
});

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

describe('what cannot be foreseen', () => {
  test('waits until what is under way is settled; positions keep the order of the commands', async () => {
    const store = emptyStore();
    const engine = jarEngine(store);
    const batch = [put('a', 1), put('b', 1), match('b', 'a'), put('b', 2), put('a', 5), match('c', 'b'), put('d', 1)];
    expect(words(await all(engine, ...batch))).toEqual([
      'Recorded',
      'Recorded',
      'AlreadySo',
      'Recorded',
      'Recorded',
      'Recorded',
      'Recorded',
    ]);
    expect(await lines(store)).toEqual(['a +1', 'b +1', 'b +2', 'a +5', 'c +3', 'd +1']);
  });
});

describe('another writer in the middle of a batch', () => {
  /** An engine whose n-th append is preceded by commands of somebody else. */
  const overtaken = (store: EventStore, append: number, ...commands: ReadonlyArray<object>): Engine => {
    const other = jarEngine(store);
    return jarEngine(
      racing(store, async (n) => {
        if (n === append) for (const command of commands) right(await other.execute(ask(command))());
      }),
    );
  };
  const withCoins = async (coins: number): Promise<EventStore> => {
    const store = emptyStore();
    right(await jarEngine(store).execute(ask(put('a', coins)))());
    return store;
  };

  test('LAW-11 an event of another at the very revision foreseen is not taken for the one foreseen', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, 1, take('a', 5));
    expect(words(await all(engine, take('a', 1), take('a', 4)))).toEqual(['TooFewCoins', 'TooFewCoins']);
    expect(await lines(store)).toEqual(['a +5', 'a -5']);
  });

  test('S4 neither is one in a stream that was only read', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, 1, take('a', 1));
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
    const engine = overtaken(store, 1, ...others);
    expect(words(await all(engine, ...batch))).toEqual(said);
    expect((await lines(store)).slice(3)).toEqual(recorded);
  });

  test('what was already so by an append that then lost its race is not so', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, 1, take('a', 5));
    const answers = await all(engine, take('a', 2), put('b', 3), match('b', 'a'));
    expect(words(answers)).toEqual(['TooFewCoins', 'Recorded', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'a -5', 'b +3', 'b -3']);
  });

  test('what does not rest on the conflict stays as it went, and may stand before it', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, 1, take('a', 1));
    const answers = await all(engine, put('a', 2), put('b', 3), take('c', 1), put('a', 4));
    expect(words(answers)).toEqual(['Recorded', 'Recorded', 'TooFewCoins', 'Recorded']);
    expect(await lines(store)).toEqual(['a +5', 'a -1', 'b +3', 'a +2', 'a +4']);
  });

  test('LAW-6 one who records the same command first: its receipt, and nothing rests on what was foreseen', async () => {
    const store = await withCoins(5);
    const other = jarEngine(store);
    const same = ask(put('a', 7), { commandId: id(1), effectiveAt: NOW });
    const engine = jarEngine(
      racing(store, async (n) => {
        if (n !== 1) return;
        right(await other.execute(ask(take('a', 5)))());
        right(await other.execute(same)());
      }),
    );
    const answers = await engine.executeAll([same, ask(take('a', 12)), ask(take('a', 7))])();
    expect(words(answers)).toEqual(['Recorded', 'TooFewCoins', 'Recorded']);
    expect(done(answers[0] ?? E.left('')).receipt).toMatchObject({ firstRevision: 2, position: 3 });
    expect(await lines(store)).toEqual(['a +5', 'a -5', 'a +7', 'a -7']);
    expect(left(await engine.execute(ask(take('a', 1)))())).toMatchObject({ refusal: { coins: 0 } });
  });

  test('LAW-6 a refusal that rests on where that command was foreseen to stand is decided anew', async () => {
    const store = await withCoins(5);
    const other = jarEngine(store);
    const same = ask(put('a', 7), { commandId: id(1), effectiveAt: NOW });
    const engine = jarEngine(
      racing(store, async (n) => {
        if (n !== 1) return;
        right(await other.execute(ask(take('a', 5)))());
        right(await other.execute(same)());
      }),
    );
    const answers = await engine.executeAll([same, ask(take('a', 13))])();
    expect(answers[1]).toMatchObject({ left: { refusal: { type: 'TooFewCoins', coins: 7 } } });
    expect(left(await engine.execute(ask(take('a', 13)))())).toMatchObject({ refusal: { coins: 7 } });
  });

  test('a state that was only foreseen is not kept', async () => {
    const store = await withCoins(5);
    const engine = overtaken(store, 1, take('a', 5));
    await all(engine, take('a', 5), match('b', 'a'));
    expect(left(await engine.execute(ask(take('a', 9)))())).toMatchObject({ refusal: { coins: 0 } });
  });
});

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
