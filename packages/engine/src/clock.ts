import { Instant } from '@millrace/kernel';

/** Says what time it is. */
export type Clock = () => Instant;

let last = { millis: Number.NaN, instant: '' as Instant };

/** The machine's clock; the text of a millisecond is made once. */
export const systemClock: Clock = () => {
  const millis = Date.now();
  if (millis !== last.millis) last = { millis, instant: instantOf(millis) };
  return last.instant;
};

const instantOf = (millis: number): Instant => {
  const now = new Date(millis).toISOString();
  if (Instant.is(now)) return now;
  throw new RangeError(`the machine's clock is outside the years 1 to 9999: ${now}`);
};
