import type { Append } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { takeGroup, type Waiting } from '../src/group.js';
import { connectionWith } from './support/connection.js';
import { ACME, noting, stream, written } from './support/notes.js';

/** A database that counts its commits. */
const counting = () => {
  let commits = 0;
  const COMMIT = (run: () => unknown): unknown => {
    commits += 1;
    return run();
  };
  return { ...connectionWith({ COMMIT }), commits: () => commits };
};

describe('appends that wait together share a transaction', () => {
  test('16 callers commit as one, in the order of the calls', async () => {
    const { store, commits, texts } = counting();
    const names = Array.from({ length: 16 }, (_, i) => `${i}`);
    await Promise.all(names.map((name) => written(store, noting(name, [name]))));
    expect(commits()).toBe(1);
    expect(texts()).toEqual(names);
  });

  test('one caller commits each of its appends', async () => {
    const { store, commits } = counting();
    for (let i = 0; i < 5; i++) await written(store, noting('a', ['x']));
    expect(commits()).toBe(5);
  });

  test('each has its own conflict, and sees what came before it in the group S1 S2', async () => {
    const { store, commits, texts } = counting();
    const answers = await Promise.all(
      [noting('a', ['1'], 'none'), noting('a', ['2'], 'none'), noting('a', ['3'], 0), noting('b', ['4'])].map(
        (request) => store.append(request)(),
      ),
    );
    expect(answers.map(({ _tag }) => _tag)).toEqual(['Right', 'Left', 'Right', 'Right']);
    expect(answers[1]).toEqual(E.left({ type: 'Conflict', stream: stream('a'), expected: 'none', actual: 0 }));
    expect(commits()).toBe(1);
    expect(texts()).toEqual(['1', '3', '4']);
  });

  test('nothing is acknowledged before the commit S11', async () => {
    let acknowledged = 0;
    const seen: Array<number> = [];
    const { store } = connectionWith({
      COMMIT: (run) => {
        seen.push(acknowledged);
        return run();
      },
    });
    await Promise.all(
      [1, 2, 3].map(async (i) => {
        await written(store, noting('a', [`${i}`]));
        acknowledged += 1;
      }),
    );
    expect(seen).toEqual([0]);
    expect(acknowledged).toBe(3);
  });

  test('an append that cannot be written fails alone LAW-10', async () => {
    const { store, texts } = counting();
    const broken = noting('b', ['2', 'bad']);
    (broken.writes[0]?.events[1] as { text: unknown }).text = { no: 'text' };
    const answers = await Promise.all(
      [noting('a', ['1']), broken, noting('a', ['3'], 0), noting('b', ['4'], 'none')].map((request) =>
        store.append(request)(),
      ),
    );
    expect(answers.map(({ _tag }) => _tag)).toEqual(['Right', 'Left', 'Right', 'Right']);
    expect(answers[1]).toMatchObject({ left: { type: 'Unavailable', reason: 'failed' } });
    expect(texts()).toEqual(['1', '3', '4']);
  });
});

describe('what goes into one transaction', () => {
  const waiting = (bytes: number): Waiting => ({
    tenant: ACME,
    request: { writes: [{ events: [{ bytes }] }] } as unknown as Append,
    answer: () => undefined,
    since: 0,
  });
  const sizes = (queue: Array<Waiting>): ReadonlyArray<number> => {
    const groups: Array<number> = [];
    while (queue.length > 0) groups.push(takeGroup(queue).length);
    return groups;
  };
  const MIB = 1_048_576;

  test('nothing of nothing', () => {
    expect(takeGroup([])).toEqual([]);
  });
  test('at most 256 appends', () => {
    expect(sizes(Array.from({ length: 600 }, () => waiting(1)))).toEqual([256, 256, 88]);
  });
  test('no more once there are 4 MiB, but one at least', () => {
    expect(sizes(Array.from({ length: 10 }, () => waiting(MIB)))).toEqual([4, 4, 2]);
    expect(sizes([waiting(50 * MIB), waiting(50 * MIB), waiting(1)])).toEqual([1, 1, 1]);
    expect(sizes([waiting(4 * MIB - 1), waiting(1), waiting(1)])).toEqual([2, 1]);
  });
  test('the first come first', () => {
    const queue = [1, 2, 3].map(waiting);
    const [first] = queue;
    expect(takeGroup(queue)[0]).toBe(first);
  });
});
