import { describe, expect, test } from 'vitest';
import { ask, done, emptyStore, id, jarEngine, jarStream, left, lines, put, right, take } from '../support/engines.js';
import { type AppendFault, damaged, faulty, oneByOne, outcomeUnknown, unavailable } from '../support/faulty.js';

const withFaults = (...faults: ReadonlyArray<AppendFault>) => {
  const store = emptyStore();
  return { store, engine: jarEngine(faulty(store, { append: oneByOne(faults) })) };
};

describe('an append whose outcome nobody knows', () => {
  test.each([
    ['was written', 'lostAfter'],
    ['was not written', 'lostBefore'],
  ] as const)('LAW-6 acceptance 10, %s: the same bytes sent again settle it, once', async (_, fault) => {
    const { store, engine } = withFaults(fault);
    const receipt = { stream: jarStream('a'), firstRevision: 0, lastRevision: 0, position: 1 };
    expect(done(await engine.execute(ask(put('a', 1)))())).toMatchObject({ type: 'Recorded', receipt });
    expect(await lines(store)).toEqual(['a +1']);
  });

  test.each([
    ['nobody knows again and again', ['lostBefore', 'lostBefore', 'lostBefore']],
    ['the store then goes away, and it was written', ['lostAfter', 'fails']],
    ['the store then goes away, and it was not written', ['lostBefore', 'fails']],
    ['the store then turns out to be damaged', ['lostAfter', 'damaged']],
  ] as const)('LAW-6 %s: the caller is told that it is unknown, and asking again settles it', async (_, faults) => {
    const { store, engine } = withFaults(...faults);
    const asked = ask(put('a', 1));
    expect(left(await engine.execute(asked)())).toEqual(outcomeUnknown);
    expect(done(await engine.execute(asked)()).receipt).toEqual({
      stream: jarStream('a'),
      firstRevision: 0,
      lastRevision: 0,
      position: 1,
    });
    expect(await lines(store)).toEqual(['a +1']);
  });

  test('LAW-6 a conflict says that it was not written: it is decided anew on what won', async () => {
    const store = emptyStore();
    const other = jarEngine(store);
    const faults = oneByOne<AppendFault>(['lostBefore']);
    const racing: typeof store = {
      ...faulty(store, { append: faults }),
      append: (request) => async () => {
        const answer = await faulty(store, { append: faults }).append(request)();
        if (request.writes[0]?.expected === 0) await other.execute(ask(take('a', 3)))();
        return answer;
      },
    };
    right(await other.execute(ask(put('a', 3)))());
    const engine = jarEngine(racing);
    expect(left(await engine.execute(ask(take('a', 2)))())).toEqual({
      type: 'Refused',
      command: 'TakeCoins',
      refusal: { type: 'TooFewCoins', coins: 0 },
    });
  });
});

describe('a store that does nothing and says so', () => {
  test.each([
    ['fails', unavailable],
    ['damaged', damaged],
  ] as const)('an append that %s is told, records nothing, and may be asked again', async (fault, error) => {
    const { store, engine } = withFaults(fault);
    const asked = ask(put('a', 1));
    expect(left(await engine.execute(asked)())).toEqual(error);
    expect(await lines(store)).toEqual([]);
    expect(right(await engine.execute(asked)()).type).toBe('Recorded');
  });

  test('a read that fails is told, of the own stream and of the look for the command', async () => {
    const store = emptyStore();
    const failing = oneByOne([true, false, false, true]);
    const engine = jarEngine(faulty(store, { read: () => failing() === true }));
    const asked = ask(put('a', 1), { commandId: id(1) });
    expect(left(await engine.execute(asked)())).toEqual(unavailable);
    right(await engine.execute(asked)());
    expect(left(await engine.execute(asked)())).toEqual(unavailable);
    expect(right(await engine.execute(asked)()).type).toBe('RecordedBefore');
  });
});
