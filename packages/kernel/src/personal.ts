import type * as t from 'io-ts';
import { type Level, levelOf } from './levels.js';
import { reaches } from './shape.js';

const personalCodecs = new WeakSet<object>();

/**
 * Marks `codec` as personal: what stands where it stands (a field, an item of a list, an entry of a
 * dictionary) tells something about a person, is left out of every digest and can be erased. Keys
 * are never personal.
 *
 * @source design.md decision 14
 */
export const personal = <C extends t.Mixed>(codec: C): C => {
  // Behaves as `codec` in everything, and is not it: `t.string` itself stays impersonal.
  const marked: C = Object.create(codec);
  personalCodecs.add(marked);
  return marked;
};

/** Whether a codec was marked by {@link personal}. */
export const isPersonal = (codec: t.Mixed): boolean => personalCodecs.has(codec);

/**
 * Compiles `codec` to a function that returns a value without what is personal in it, at any depth;
 * the same value where the codec has nothing personal, and `null` where all of it is.
 */
export const withoutPersonal = (codec: t.Mixed): ((value: unknown) => unknown) => {
  if (!hasPersonal(codec)) return (value) => value;
  return (value) => {
    const level = levelOf(value, [codec]);
    return level.codecs.some(isPersonal) ? null : strip(value, level);
  };
};

const hiding = new WeakMap<t.Mixed, boolean>();

/** Whether a codec was marked by {@link personal}, or is built from one that was. */
export const hasPersonal = (codec: t.Mixed): boolean => {
  const known = hiding.get(codec) ?? reaches(codec, isPersonal);
  hiding.set(codec, known);
  return known;
};

const strip = (value: unknown, level: Level): unknown => {
  if (typeof value !== 'object' || value === null || !level.codecs.some(hasPersonal)) return value;
  const kept: Array<[string, unknown]> = [];
  for (const [key, inner] of Object.entries(value)) {
    const own = levelOf(inner, level.under(key));
    if (!own.codecs.some(isPersonal)) kept.push([key, strip(inner, own)]);
  }
  return Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept);
};
