/**
 * The recipe: how the rows of CSV files become commands.
 *
 * The codec is the format; `docs/recipe.schema.json` is made from it, `docs/recipes.md` explains it.
 */
import { Currency, type JsonCodec, strayKeyOf, struct } from '@millrace/kernel';
import { Label, Term, Zone } from '@millrace/sales';
import * as t from 'io-ts';
import { described } from './schema.js';

const Id = described(
  t.refinement(t.string, (text) => /^[a-z0-9][a-z0-9-]{0,63}$/.test(text), 'RecipeId'),
  'Part of the id of every command: with another one, the same rows are other commands.',
);

const Text = t.refinement(t.string, (text) => text !== '', 'NonEmptyString');

/** `codec`, without keys it does not know. */
const only = <A>(codec: JsonCodec<A>, name: string): JsonCodec<A> => {
  const stray = strayKeyOf(codec);
  return t.refinement(codec, (value) => stray(value) === undefined, name) as unknown as JsonCodec<A>;
};

const MoneyTemplate = described(
  only(struct({ $money: t.string }, {}, 'MoneyTemplate'), 'MoneyTemplate'),
  'An amount in the major unit of the playbook’s currency, as a decimal number: {"$money": "{amount}"}.',
);
const IntegerTemplate = described(
  only(struct({ $integer: t.string }, {}, 'IntegerTemplate'), 'IntegerTemplate'),
  'A whole number: {"$integer": "{count}"}.',
);
const TimeTemplate = described(
  only(struct({ $time: t.string }, { format: Text, zone: Zone }, 'TimeTemplate'), 'TimeTemplate'),
  'A moment, read like a time column: {"$time": "{due}", "format": "dd/MM/yyyy"}.',
);
const DateTemplate = described(
  only(struct({ $date: t.string }, { format: Text }, 'DateTemplate'), 'DateTemplate'),
  'A calendar day: {"$date": "{started}", "format": "dd/MM/yyyy"}.',
);

/** What a field is made of; text holds `{column}` and `{lookup.column}`. */
export type Template =
  | string
  | number
  | boolean
  | { readonly $money: string }
  | { readonly $integer: string }
  | { readonly $time: string; readonly format?: string; readonly zone?: Zone }
  | { readonly $date: string; readonly format?: string }
  | { readonly $optional: Template }
  | ReadonlyArray<Template>
  | { readonly [field: string]: Template };

const FieldName = t.refinement(t.string, (name) => !name.startsWith('$'), 'FieldName');

export const Template: JsonCodec<Template> = t.recursion('Template', (self) => {
  const optional = described(
    only(struct({ $optional: self }, {}, 'OptionalTemplate'), 'OptionalTemplate'),
    'Left out where a column it names is blank or a lookup finds nothing.',
  );
  const nested = [t.readonlyArray(self), t.record(FieldName, self)] as const;
  return t.union([
    t.string,
    t.number,
    t.boolean,
    MoneyTemplate,
    IntegerTemplate,
    TimeTemplate,
    DateTemplate,
    optional,
    ...nested,
  ]) as unknown as JsonCodec<Template>;
});

const Column = described(Text, 'The name of a column, or `lookup.column`.');

const Condition = struct(
  { column: Column },
  {
    is: described(t.readonlyArray(t.string), 'The cell is one of these.'),
    isNot: described(t.readonlyArray(t.string), 'The cell is none of these.'),
    startsWith: described(Text, 'The cell starts with this.'),
    blank: described(t.boolean, 'The cell is empty, or is not.'),
  },
  'Condition',
);
export type Condition = t.TypeOf<typeof Condition>;

const TimeColumn = struct(
  { column: Column },
  {
    format: described(
      Text,
      '`iso` (default), or a pattern of yyyy, MM, dd, HH, mm, ss, SSS and other characters as they stand.',
    ),
    zone: described(Zone, 'Of times without an offset; the playbook’s when left out.'),
  },
  'TimeColumn',
);
export type TimeColumn = t.TypeOf<typeof TimeColumn>;

const RecipeCommand = struct(
  {
    command: described(Text, 'The type of the command, `EnterCustomer` for one.'),
    fields: described(t.record(FieldName, Template), 'Its fields, each made from a template.'),
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
  { preset: described(Text, 'The playbook to start from: `dealership`.') },
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
    lookups: described(t.record(FieldName, Lookup), 'Files that rows look things up in, by name.'),
  },
  'Recipe',
);
export type Recipe = t.TypeOf<typeof Recipe>;
