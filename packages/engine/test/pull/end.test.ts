import { setTimeout } from 'node:timers/promises';
import { type Pull, pull } from '@millrace/engine';
import type { ReadError } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { logOf } from '../support/pulls.js';

const failed: ReadError = { type: 'Unavailable', reason: 'failed', message: 'the disk is gone' };

describe('how it ends', () => {
  const ends = (source: Pull, after = 0) => pull(source, after, async () => undefined).ended;

  test('beyond the head, by one or by far, but not at it REL-16', async () => {
    expect(await ends(logOf(3).source, 4)).toEqual({ type: 'BeyondHead', after: 4, head: 3 });
    const far = Number.POSITIVE_INFINITY;
    expect(await ends(logOf(0).source, far)).toEqual({ type: 'BeyondHead', after: Number.MAX_SAFE_INTEGER, head: 0 });
    const { source, idle } = logOf(3);
    const atHead = pull(source, 3, async () => undefined);
    await idle(1);
    expect(await atHead.stop()).toEqual({ type: 'Stopped' });
  });

  test('with the error of the store, at the head or at a page', async () => {
    const { source } = logOf(1);
    expect(await ends({ ...source, head: async () => E.left(failed) })).toEqual(failed);
    expect(await ends({ ...source, readAll: () => async () => E.left(failed) })).toEqual(failed);
  });

  test('stopped before it has begun it reads nothing', async () => {
    const { source, asked } = logOf(1);
    const subscription = pull(source, 0, async () => expect.fail('it was called'));
    expect(await subscription.stop()).toEqual({ type: 'Stopped' });
    expect(asked).toEqual([]);
  });

  test('stopped while a page is read it hands it out no more', async () => {
    const { source } = logOf(1);
    const begun = Promise.withResolvers<void>();
    const slow: Pull = {
      ...source,
      readAll: (after, limit) => async () => {
        begun.resolve();
        await setTimeout(10);
        return source.readAll(after, limit)();
      },
    };
    const subscription = pull(slow, 0, async () => expect.fail('it was called'));
    await begun.promise;
    expect(await subscription.stop()).toEqual({ type: 'Stopped' });
  });

  test('stopped from within a handler it handles no other batch', async () => {
    const { source } = logOf(3);
    let calls = 0;
    const subscription = pull(
      source,
      0,
      async () => {
        calls += 1;
        subscription.stop();
      },
      { batchSize: 1 },
    );
    expect(await subscription.ended).toEqual({ type: 'Stopped' });
    expect(calls).toBe(1);
  });

  test('what a handler throws after a stop is not hidden', async () => {
    const { source } = logOf(1);
    const error = new Error('broken');
    const begun = Promise.withResolvers<void>();
    const subscription = pull(source, 0, async () => {
      begun.resolve();
      await setTimeout(5);
      throw error;
    });
    await begun.promise;
    expect(await subscription.stop()).toEqual({ type: 'HandlerFailed', error });
  });
});
