import type * as t from 'io-ts';
import { isDeeperThan, MAX_DEPTH } from './json.js';
import { type Level, levelOf } from './levels.js';

/** The path of a key that a codec does not know, keys joined by `/`; `undefined` where there is none. */
export type StrayKey = (value: unknown) => string | undefined;

/**
 * Finds a key that `codec` does not know, at any depth, in a value that fits it: for what comes
 * from outside, where an unknown key is a slip of the pen.
 *
 * Of a value that does not fit, or is nested past {@link MAX_DEPTH}, it says nothing that counts.
 */
export const strayKeyOf =
  (codec: t.Mixed): StrayKey =>
  (value) =>
    isDeeperThan(value, MAX_DEPTH) ? undefined : strayIn(value, levelOf(value, [codec]));

const strayIn = (value: unknown, level: Level): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const known = level.under(key);
    if (known.length === 0) return key;
    const deeper = strayIn(inner, levelOf(inner, known));
    if (deeper !== undefined) return `${key}/${deeper}`;
  }
  return undefined;
};
