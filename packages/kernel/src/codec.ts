import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { checkerOf } from './checker.js';

/** What stands in the way of reading a value: where, what was expected, and what stood there. */
export interface Mismatch {
  readonly type: 'Mismatch';
  /** Keys from the root, joined by `/`; empty for the root itself. */
  readonly path: string;
  readonly expected: string;
  /** JSON of what was found, shortened to 100 characters. */
  readonly found: string;
}

/** A reader of values whose decoded and encoded forms are the same. */
export type JsonCodec<A> = t.Type<A, A, unknown>;

/**
 * Reads `value` by `codec`: the value itself, untouched, where it fits.
 *
 * The common case runs the compiled check; only a misfit is decoded by io-ts, for its words.
 */
export const reader = <A>(codec: JsonCodec<A>): ((value: unknown) => E.Either<Mismatch, A>) => {
  const fits = checkerOf(codec);
  return (value) => (fits(value) ? E.right(value as A) : E.left(mismatch(codec, value)));
};

/** Why `value` does not fit `codec`, in the words of the deepest misfit. */
export const mismatch = (codec: t.Mixed, value: unknown): Mismatch => {
  const decoded = codec.decode(value);
  const errors = E.isLeft(decoded) ? decoded.left : [];
  const error = errors.reduce<t.ValidationError | undefined>(
    (deepest, next) => (deepest === undefined || next.context.length > deepest.context.length ? next : deepest),
    undefined,
  );
  const context = error?.context ?? [];
  const path = context.filter((_, i) => i > 0 && !isMember(context[i - 1])).map(({ key }) => key);
  const last = context[context.length - 1];
  return {
    type: 'Mismatch',
    path: path.join('/'),
    expected: last?.type.name ?? codec.name,
    found: shorten(error === undefined ? value : error.value),
  };
};

/** io-ts puts the index of a union's or intersection's member into the path; readers do not want it. */
const isMember = (entry: t.ContextEntry | undefined): boolean =>
  entry?.type instanceof t.UnionType || entry?.type instanceof t.IntersectionType;

const shorten = (value: unknown): string => {
  const text = describe(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
};

const describe = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
};

/** A whole number from -(2^53 - 1) to 2^53 - 1, and no negative zero. */
export const SafeInteger = t.brand(
  t.number,
  (n): n is t.Branded<number, { readonly SafeInteger: unique symbol }> => Number.isSafeInteger(n) && !Object.is(n, -0),
  'SafeInteger',
) as unknown as JsonCodec<number>;

/** Fields a codec of an object has, by name. */
export type Fields = { readonly [name: string]: t.Mixed };

type Flat<T> = { readonly [K in keyof T]: T[K] };

/** The values of an object with `Required` fields and `Optional` ones. */
export type Struct<Required extends Fields, Optional extends Fields> = Flat<
  { [K in keyof Required]: t.TypeOf<Required[K]> } & { [K in keyof Optional]?: t.TypeOf<Optional[K]> }
>;

/** An object with required and optional fields, tolerant of further ones, which it keeps. */
export const struct = <R extends Fields, O extends Fields = Record<never, never>>(
  required: R,
  optional?: O,
  name?: string,
): JsonCodec<Struct<R, O>> => {
  const fields = t.type(required as t.Props, name);
  const codec = optional === undefined ? fields : t.intersection([fields, t.partial(optional as t.Props)], name);
  // io-ts cannot see that the fields' decoded and encoded forms are the same.
  return codec as unknown as JsonCodec<Struct<R, O>>;
};
