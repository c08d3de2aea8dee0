/** Codecs that several parts of a recipe are made of. */
import type { JsonCodec } from '@millrace/kernel';
import * as t from 'io-ts';
import { described } from './schema.js';

/** Text that is not empty. */
export const Text = t.refinement(t.string, (text) => text !== '', 'NonEmptyString');

/** A column's name. */
export const Column = described(Text, 'The name of a column, or `lookup.column`.');

/** One of some names. */
export const oneOf = <Name extends string>(names: Iterable<Name>): JsonCodec<Name> =>
  t.keyof(Object.fromEntries([...names].map((name) => [name, null]))) as unknown as JsonCodec<Name>;
