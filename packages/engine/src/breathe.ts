import { setImmediate } from 'node:timers/promises';

/** Lets whatever else waits in this process have its turn: a long read may not stop everything. */
export const breathe = (): Promise<void> => setImmediate();
