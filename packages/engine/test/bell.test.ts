import { bell } from '@millrace/engine';
import { describe, expect, test, vi } from 'vitest';

const quiet = new AbortController().signal;

/** Whether a promise has settled by the next turn of the event loop. */
const isSettled = async (promise: Promise<void>): Promise<boolean> => {
  let settled = false;
  promise.then(() => {
    settled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
};

describe('a bell', () => {
  test('wakes everyone who waits, once, and counts', async () => {
    const { ring, rings, after } = bell();
    const waiting = [after(0, quiet), after(0, quiet)];
    expect(await Promise.all(waiting.map(isSettled))).toEqual([false, false]);
    ring();
    expect(await Promise.all(waiting.map(isSettled))).toEqual([true, true]);
    expect(rings()).toBe(1);
    expect(await isSettled(after(1, quiet))).toBe(false);
  });

  test('that has rung since does not let anyone wait', async () => {
    const { ring, after } = bell();
    ring();
    expect(await isSettled(after(0, quiet))).toBe(true);
  });

  test('lets go when the signal is aborted, before or while', async () => {
    const { after } = bell();
    expect(await isSettled(after(0, AbortSignal.abort()))).toBe(true);
    const stopping = new AbortController();
    const waiting = after(0, stopping.signal);
    expect(await isSettled(waiting)).toBe(false);
    stopping.abort();
    expect(await isSettled(waiting)).toBe(true);
  });

  test('lets go after a time, where one is given, and keeps no timer after that', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { ring, after } = bell();
      const waiting = after(0, quiet, 20);
      vi.advanceTimersByTime(19);
      expect(await isSettled(waiting)).toBe(false);
      vi.advanceTimersByTime(1);
      expect(await isSettled(waiting)).toBe(true);
      const woken = after(0, quiet, 20);
      expect(vi.getTimerCount()).toBe(1);
      ring();
      expect(vi.getTimerCount()).toBe(0);
      expect(await isSettled(woken)).toBe(true);
      const timeless = after(1, quiet);
      expect([vi.getTimerCount(), await isSettled(timeless)]).toEqual([0, false]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('leaves no listener on the signal', async () => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const { ring, after } = bell();
    const waiting = after(0, signal);
    ring();
    await waiting;
    expect(removed.mock.calls).toEqual(added.mock.calls);
    expect(removed).toHaveBeenCalledTimes(1);
  });
});
