import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import { isDeeperThan, MAX_DEPTH } from './json.js';
import { meantMisfits } from './misfits.js';
import { hasPersonal, isPersonal } from './personal.js';
import { bareShapeOf } from './shape.js';

/** What stands in the way of reading a value: where, what was expected, and what stood there. */
export interface Mismatch {
  readonly type: 'Mismatch';
  /** Keys from the root, joined by `/`; empty for the root itself. */
  readonly path: string;
  readonly expected: string;
  /** JSON of what was found, shortened to 100 characters; where it may be personal, only that. */
  readonly found: string;
}

/** Why `value` does not fit `codec`, in the words of the deepest misfit; of a union, by the member it was meant for. */
export const mismatch = (codec: t.Mixed, value: unknown): Mismatch => {
  if (isDeeperThan(value, MAX_DEPTH)) {
    return { type: 'Mismatch', path: '', expected: `at most ${MAX_DEPTH} levels`, found: 'more' };
  }
  const decoded = codec.decode(value);
  const root: t.ValidationError = { value, context: [{ key: '', type: codec }] };
  const { context, value: found } = (E.isLeft(decoded) ? meantMisfits(decoded.left) : []).reduce(deeper, root);
  // io-ts names the member of a union or an intersection like a key; readers want only keys.
  const entries = context.map(({ key, type }): Entry => ({ key, codec: type as t.Mixed }));
  const keyed = entries.filter((entry, i) => !isMember(entry, entries[i - 1]));
  const { codec: here } = keyed.at(-1) as Entry;
  return {
    type: 'Mismatch',
    path: keyed
      .slice(1)
      .map(({ key }) => key)
      .join('/'),
    expected: here.name,
    found:
      hasPersonal(here) || entries.some((entry) => isPersonal(entry.codec)) ? 'something personal' : shorten(found),
  };
};

interface Entry {
  readonly key: string;
  readonly codec: t.Mixed;
}

const deeper = (one: t.ValidationError, other: t.ValidationError): t.ValidationError =>
  other.context.length > one.context.length ? other : one;

/** Whether an entry is the member of the union or intersection before it, which io-ts names by its place. */
const isMember = ({ key, codec }: Entry, before: Entry | undefined): boolean =>
  before !== undefined && membersOf(before.codec)[Number(key)] === codec;

const membersOf = (codec: t.Mixed): ReadonlyArray<t.Mixed> => {
  const shape = bareShapeOf(codec);
  return shape._tag === 'UnionType' || shape._tag === 'IntersectionType' ? shape.types : [];
};

const shorten = (value: unknown): string => {
  const text = describe(value);
  return text.length > 100 ? `${text.slice(0, 99).toWellFormed()}…` : text;
};

const describe = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
};
