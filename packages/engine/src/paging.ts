import { setImmediate } from 'node:timers/promises';

/**
 * A position, revision or limit as every store counts it: whole, safe and not below 0.
 *
 * A fraction is rounded down; what is below 0, or no number at all, is 0.
 */
export const naturalNumber = (n: number): number => (n > 0 ? Math.min(Math.floor(n), Number.MAX_SAFE_INTEGER) : 0);

/** Lets timers and sockets have their turn: awaited after each full page, so that a long read stops nothing else. */
export const breathe = (): Promise<void> => setImmediate();
