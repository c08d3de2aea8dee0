import { Instant } from '@millrace/kernel';

/** Says what time it is. */
export type Clock = () => Instant;

/** The machine's clock. */
export const systemClock: Clock = () => {
  const now = new Date().toISOString();
  if (Instant.is(now)) return now;
  throw new RangeError(`the machine's clock is outside the years 1 to 9999: ${now}`);
};
