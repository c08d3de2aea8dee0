import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { checkerOf } from './checker.js';
import { isDeeperThan, MAX_DEPTH } from './json.js';
import { type Mismatch, mismatch } from './mismatch.js';
import { reaches, shapeOf } from './shape.js';

/** A reader of values whose decoded and encoded forms are the same. */
export type JsonCodec<A> = t.Type<A, A, unknown>;

/**
 * Reads a JSON value by `codec`: the value itself, untouched, where it fits.
 *
 * The common case runs the compiled check; only a misfit is decoded by io-ts, for its words. A
 * recursive codec reads nothing past {@link MAX_DEPTH} levels.
 */
export const reader = <A>(codec: JsonCodec<A>): ((value: unknown) => E.Either<Mismatch, A>) => {
  const check = checkerOf(codec);
  const fits = reaches(codec, isRecursive)
    ? (value: unknown) => !isDeeperThan(value, MAX_DEPTH) && check(value)
    : check;
  return (value) => (fits(value) ? E.right(value as A) : E.left(mismatch(codec, value)));
};

const isRecursive = (codec: t.Mixed): boolean => shapeOf(codec)._tag === 'RecursiveType';

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
