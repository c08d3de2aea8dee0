import type { Instant } from '@millrace/kernel';

const START = Date.UTC(2026, 0, 5, 1);
const HOUR = 3_600_000;

/** An instant of the generated histories: `hours` after Monday, 5 January 2026, 9:00 in Shanghai. */
export const hoursIn = (hours: number): Instant => new Date(START + hours * HOUR).toISOString() as Instant;

/** The clock at a step of a walk: a day goes by every other step, so that some instants are equal. */
export const timeAt = (step: number): Instant => hoursIn(24 * Math.floor(step / 2));
