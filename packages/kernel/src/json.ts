/** A JSON value: what an event's data, a command and a playbook are made of. */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject;

/** A JSON object: keys in no order that means anything. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/**
 * Why a value is not JSON as Millrace stores it, and where.
 *
 * @invariant `path` holds object keys and array indexes from the root.
 */
export interface NotJson {
  readonly type: 'NotJson';
  readonly path: ReadonlyArray<string | number>;
  readonly reason:
    | 'undefined'
    | 'notFinite'
    | 'negativeZero'
    | 'loneSurrogate'
    | 'bigint'
    | 'function'
    | 'symbol'
    | 'toJSON'
    | 'notPlain'
    | 'tooDeep';
}

/** Deepest nesting of arrays and objects that is accepted. @source trust.md REL-8 */
export const MAX_DEPTH = 64;

/** Whether arrays and objects are nested in `value` more than `levels` deep; never looks further. */
export const isDeeperThan = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
};

/** Deep copy of a JSON value, sharing nothing with the original, frozen or not. */
export const copyJson = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyJson) as T;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    define(copy, key, copyJson((value as Record<string, unknown>)[key]));
  }
  return copy as T;
};

/** `__proto__` as a key is data, never a prototype. @source trust.md LAW-38 */
const define = (target: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  } else {
    target[key] = value;
  }
};
