import { setTimeout } from 'node:timers/promises';
import { isBusy } from './errors.js';

/** How long SQLite itself waits for a lock, with the event loop standing still. @units milliseconds */
export const SQLITE_WAIT = 5;

/** How long this process then does other things before it asks again. @units milliseconds */
export const PAUSE = 5;

/** Does `work` again for as long as another process's lock forbids it, without stopping the event loop. */
export const patiently = async <A>(work: () => A, timeoutMs: number): Promise<A> => {
  const end = performance.now() + timeoutMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error;
      await setTimeout(PAUSE);
    }
  }
};
