import { setTimeout } from 'node:timers/promises';
import { type Pull, pull } from '@millrace/engine';
import type { Position } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { logOf } from '../support/pulls.js';

describe('a subscription that pulls S9', () => {
  test('asks for a page, hands it out, and asks for the next when that is handled', async () => {
    const { source, asked, idle } = logOf(5);
    const seen: Array<ReadonlyArray<Position>> = [];
    const subscription = pull(source, 0, async (batch) => void seen.push(batch.map(({ position }) => position)), {
      batchSize: 2,
    });
    await idle(1);
    await subscription.stop();
    expect(seen).toEqual([[1, 2], [3, 4], [5]]);
    expect(asked).toEqual([
      [0, 2],
      [2, 2],
      [4, 2],
    ]);
  });

  test('hands out nothing where there is nothing, and waits for news', async () => {
    const { source, grow, waits, idle } = logOf(0);
    let calls = 0;
    const subscription = pull(source, 0, async () => {
      calls += 1;
    });
    await idle(1);
    expect([calls, waits()]).toEqual([0, 1]);
    grow();
    await idle(2);
    expect([calls, waits()]).toEqual([1, 2]);
    await subscription.stop();
  });

  test('tells of progress through a log in which nothing was for it', async () => {
    const { source } = logOf(3);
    const quiet: Pull = {
      ...source,
      readAll: (after) => async () => E.right({ events: [], upTo: after < 3 ? after + 1 : 3 }),
      mark: () => async (signal) => void (await setTimeout(1, undefined, { signal }).catch(() => undefined)),
    };
    const told: Array<readonly [number, Position]> = [];
    const subscription = pull(quiet, 0, async (events, upTo) => void told.push([events.length, upTo]));
    while (told.length < 3) await setTimeout(1);
    await setTimeout(5);
    await subscription.stop();
    expect(told).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
  });

  test('says once for each place that it has caught up', async () => {
    const { source, grow, idle } = logOf(4);
    const caughtUp: Array<Position> = [];
    const subscription = pull(source, 0, async () => undefined, {
      batchSize: 2,
      onCaughtUp: (at) => caughtUp.push(at),
    });
    await idle(1);
    expect(caughtUp).toEqual([4]);
    grow();
    await idle(2);
    expect(caughtUp).toEqual([4, 5]);
    await subscription.stop();
  });

  test('a hint that comes for nothing is not told again', async () => {
    const { source } = logOf(1);
    let hints = 0;
    const hint = async (): Promise<void> => {
      hints += 1;
      await setTimeout(1);
    };
    const restless: Pull = { ...source, mark: () => hint };
    const caughtUp: Array<Position> = [];
    let calls = 0;
    const onCaughtUp = (at: Position): void => {
      caughtUp.push(at);
    };
    const subscription = pull(
      restless,
      0,
      async () => {
        calls += 1;
      },
      { onCaughtUp },
    );
    while (hints < 5) await setTimeout(1);
    await subscription.stop();
    expect([calls, caughtUp]).toEqual([1, [1]]);
  });

  test('what is written while a page is handled is read next, without waiting', async () => {
    const { source, grow, idle } = logOf(1);
    const seen: Array<Position> = [];
    const subscription = pull(source, 0, async (events) => {
      seen.push(...events.map(({ position }) => position));
      if (seen.length < 5) grow();
    });
    await idle(1);
    await subscription.stop();
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  test.each([
    [undefined, 500],
    [1, 1],
    [0, 1],
    [-1, 1],
    [Number.NaN, 1],
    [2.9, 2],
    [10_000, 10_000],
    [10_001, 10_000],
    [Number.POSITIVE_INFINITY, 10_000],
  ])('asked for batches of %s it reads %i at once', async (batchSize, limit) => {
    const { source, asked, idle } = logOf(0);
    const subscription = pull(source, 0, async () => undefined, batchSize === undefined ? {} : { batchSize });
    await idle(1);
    await subscription.stop();
    expect(asked).toEqual([[0, limit]]);
  });

  test('each full page is followed by a turn of the event loop', async () => {
    const { source } = logOf(10);
    let turns = 0;
    let handled = 0;
    const turn = (): void => {
      turns += 1;
      if (handled < 10) setImmediate(turn);
    };
    setImmediate(turn);
    const subscription = pull(
      source,
      0,
      async () => {
        handled += 1;
      },
      { batchSize: 1 },
    );
    while (handled < 10) await setTimeout(1);
    await subscription.stop();
    expect(turns).toBeGreaterThanOrEqual(9);
  });
});
