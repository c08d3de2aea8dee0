/** Codecs that several parts of a recipe are made of. */
import { type JsonCodec, struct } from '@millrace/kernel';
import { Label, Term } from '@millrace/sales';
import * as t from 'io-ts';
import { described } from './schema.js';

/** Text that is not empty. */
export const Text = t.refinement(t.string, (text) => text !== '', 'NonEmptyString');

/** A column's name. */
export const Column = described(Text, 'The name of a column, or `lookup.column`.');

/** A vocabulary of a playbook. */
export const Terms = t.readonlyArray(struct({ id: Term, name: Label }, {}, 'Term'), 'Terms');

/** One of some names. */
export const oneOf = <Name extends string>(names: Iterable<Name>): JsonCodec<Name> =>
  t.keyof(Object.fromEntries([...names].map((name) => [name, null]))) as unknown as JsonCodec<Name>;
