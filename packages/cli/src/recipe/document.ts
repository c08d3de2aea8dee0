/**
 * The recipe: how the rows of CSV files become commands.
 *
 * The codec is the format; `docs/recipe.schema.json` is made from it, `docs/recipes.md` explains it.
 */
import { Currency, type JsonCodec, struct } from '@millrace/kernel';
import { customerModule, Label, presets, Term, Zone } from '@millrace/sales';
import * as t from 'io-ts';
import { described } from './schema.js';
import { byName, Template, TimeFormat } from './template-codec.js';

const Id = described(
  t.refinement(t.string, (text) => /^[a-z0-9][a-z0-9-]{0,63}$/.test(text), 'RecipeId'),
  'Part of the id of every command: with another one, the same rows are other commands.',
);

const Text = t.refinement(t.string, (text) => text !== '', 'NonEmptyString');

/** One of some names. */
const oneOf = (names: Iterable<string>): JsonCodec<string> =>
  t.keyof(Object.fromEntries([...names].map((name) => [name, null]))) as unknown as JsonCodec<string>;

const Column = described(Text, 'The name of a column, or `lookup.column`.');

const AnyCondition = struct(
  { column: Column },
  {
    is: described(t.readonlyArray(t.string), 'The cell is one of these.'),
    isNot: described(t.readonlyArray(t.string), 'The cell is none of these.'),
    startsWith: described(Text, 'The cell starts with this.'),
    blank: described(t.boolean, 'The cell is empty, or is not.'),
  },
  'AnyCondition',
);
export type Condition = t.TypeOf<typeof AnyCondition>;

/** One that asks for something. */
const Condition = t.refinement(AnyCondition, (condition) => Object.keys(condition).length > 1, 'Condition');

const TimeColumn = struct(
  { column: Column },
  {
    format: TimeFormat,
    zone: described(Zone, 'Of times without an offset; the playbook’s when left out.'),
  },
  'TimeColumn',
);
export type TimeColumn = t.TypeOf<typeof TimeColumn>;

const RecipeCommand = struct(
  {
    command: described(oneOf(customerModule.commands.types), 'The type of the command.'),
    fields: described(byName(Template), 'Its fields, each made from a template.'),
  },
  {
    when: described(t.readonlyArray(Condition), 'Rows that meet all of these; every row when left out.'),
    first: described(
      t.readonlyArray(Column),
      'Only the first of the matching rows, in order of time, with the same values in these columns.',
    ),
    changed: described(
      struct({ key: t.readonlyArray(Column), value: Column }, {}, 'Changed'),
      'Only rows whose value differs from that of the matching row before with the same key; never the first.',
    ),
    time: described(TimeColumn, 'When it happened, where that is not the time of the row.'),
  },
  'RecipeCommand',
);
export type RecipeCommand = t.TypeOf<typeof RecipeCommand>;

const RecipeFile = struct(
  {
    path: described(Text, 'Of a CSV file with a header, from the data folder; part of the id of every command.'),
    time: described(TimeColumn, 'When what a row tells happened.'),
    commands: described(t.readonlyArray(RecipeCommand), 'What is made of a row, in this order.'),
  },
  {},
  'RecipeFile',
);
export type RecipeFile = t.TypeOf<typeof RecipeFile>;

const Lookup = struct(
  {
    path: described(Text, 'Of a CSV file with a header, from the data folder.'),
    key: described(Column, 'The column that tells its rows apart.'),
  },
  { by: described(Column, 'The column of the asking row that holds the key; named like it when left out.') },
  'Lookup',
);
export type Lookup = t.TypeOf<typeof Lookup>;

const Terms = t.readonlyArray(struct({ id: Term, name: Label }, {}, 'Term'), 'Terms');

const Lists = struct(
  {},
  {
    sources: Terms,
    prospecting: Terms,
    contactTypes: Terms,
    rejection: Terms,
    revert: Terms,
    correction: Terms,
    lost: Terms,
    disqualified: Terms,
    dormant: Terms,
    transfer: Terms,
    release: Terms,
    relationships: Terms,
  },
  'Lists',
);

const PlaybookChoice = struct(
  { preset: described(oneOf(presets.keys()), 'The playbook to start from.') },
  {
    zone: described(Zone, 'IANA zone in which days and months are counted.'),
    currency: described(Currency, 'ISO 4217. Class rules by amount hold in the preset’s currency only.'),
    lists: described(Lists, 'Vocabularies, each in place of the preset’s.'),
  },
  'PlaybookChoice',
);
export type PlaybookChoice = t.TypeOf<typeof PlaybookChoice>;

export const Recipe = struct(
  {
    id: Id,
    playbook: described(PlaybookChoice, 'The rules to publish before anything else.'),
    files: t.readonlyArray(RecipeFile),
  },
  {
    $schema: t.string,
    description: t.string,
    lookups: described(byName(Lookup), 'Files that rows look things up in, by name.'),
  },
  'Recipe',
);
export type Recipe = t.TypeOf<typeof Recipe>;
