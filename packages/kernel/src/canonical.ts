import * as E from 'fp-ts/lib/Either.js';
import { type Json, MAX_DEPTH, type NotJson } from './json.js';

/**
 * The one text of a JSON value: keys sorted by UTF-16 code units, no white space.
 *
 * Strict where the RFC leaves the door open: `undefined`, `toJSON`, class instances, arrays with
 * holes or named properties, lone surrogates, negative zero and nesting past {@link MAX_DEPTH} are
 * refused, never repaired. It throws nothing.
 *
 * @source RFC 8785 (JSON Canonicalization Scheme)
 */
export const canonicalJson = (value: unknown): E.Either<NotJson, string> => {
  const path: Path = [];
  try {
    return E.right(write(value, path, 0));
  } catch (refusal) {
    // What throws when it is read, a getter or a proxy, is no plain data.
    const reason = refusal instanceof Refused ? refusal.reason : 'notPlain';
    return E.left({ type: 'NotJson', path, reason });
  }
};

/** {@link canonicalJson} for a value already known to be JSON. @throws TypeError when it is not: a defect. */
export const canonicalText = (value: Json): string => {
  const text = canonicalJson(value);
  if (E.isRight(text)) return text.right;
  throw new TypeError(`not JSON at /${text.left.path.join('/')}: ${text.left.reason}`);
};

type Path = Array<string | number>;

/** Carries a reason from the depth of a value to {@link canonicalJson}; it never leaves this file. */
class Refused {
  readonly reason: NotJson['reason'];
  constructor(reason: NotJson['reason']) {
    this.reason = reason;
  }
}

const refuse = (reason: NotJson['reason']): never => {
  throw new Refused(reason);
};

const write = (value: unknown, path: Path, depth: number): string => {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth === MAX_DEPTH) return refuse('tooDeep');
      return Array.isArray(value) ? writeArray(value, path, depth) : writeObject(value, path, depth);
    case 'undefined':
      return refuse('undefined');
    case 'bigint':
      return refuse('bigint');
    case 'function':
      return refuse('function');
    case 'symbol':
      return refuse('symbol');
  }
};

const writeString = (text: string): string => (text.isWellFormed() ? JSON.stringify(text) : refuse('loneSurrogate'));

const writeNumber = (value: number): string => {
  if (!Number.isFinite(value)) return refuse('notFinite');
  if (Object.is(value, -0)) return refuse('negativeZero');
  return String(value);
};

const writeArray = (items: ReadonlyArray<unknown>, path: Path, depth: number): string => {
  refuseOddities(items);
  if (Object.getPrototypeOf(items) !== Array.prototype || Object.keys(items).length > items.length) {
    return refuse('notPlain');
  }
  let text = '[';
  for (let index = 0; index < items.length; index++) {
    if (index > 0) text += ',';
    path.push(index);
    text += write(items[index], path, depth + 1);
    path.pop();
  }
  return `${text}]`;
};

const writeObject = (value: object, path: Path, depth: number): string => {
  refuseOddities(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return refuse('notPlain');

  let text = '{';
  for (const { key, label } of sortedKeys(value)) {
    if (text.length > 1) text += ',';
    path.push(key);
    text += label + write((value as Record<string, unknown>)[key], path, depth + 1);
    path.pop();
  }
  return `${text}}`;
};

const refuseOddities = (value: object): void => {
  if ('toJSON' in value && typeof value.toJSON === 'function') refuse('toJSON');
  if (Object.getOwnPropertySymbols(value).length > 0) refuse('symbol');
};

interface Key {
  readonly key: string;
  /** The key as it is written, colon included. */
  readonly label: string;
}

/**
 * Events have few shapes: the sorted keys of each are kept under the keys as they came.
 * The cache is bounded, and a shape that is not in it is sorted anew.
 */
const shapes = new Map<string, ReadonlyArray<Key>>();
const MAX_SHAPES = 1_000;
const MAX_SHAPE_LENGTH = 1_000;

const sortedKeys = (value: object): ReadonlyArray<Key> => {
  const keys = Object.keys(value);
  const shape = keys.join('\u0000');
  const known = shapes.get(shape);
  // A key may hold the separator itself: then the shape is of fewer keys.
  if (known?.length === keys.length) return known;

  const sorted = keys.sort().map((key): Key => ({ key, label: `${writeString(key)}:` }));
  if (shapes.size < MAX_SHAPES && shape.length < MAX_SHAPE_LENGTH && !keys.some((key) => key.includes('\u0000'))) {
    shapes.set(shape, sorted);
  }
  return sorted;
};
