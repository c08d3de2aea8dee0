/**
 * The recipe: how the rows of CSV files become commands.
 *
 * The codec is the format; `docs/recipe.schema.json` is made from it, `docs/recipes.md` explains it.
 */
import { SafeInteger, struct } from '@millrace/kernel';
import { Zone } from '@millrace/sales';
import * as t from 'io-ts';
import { Column, oneOf, Text } from './codecs.js';
import { recipeCommands } from './commands.js';
import { DELIMITERS, type Delimiter } from './csv.js';
import { PlaybookChoice } from './document-playbook.js';
import { described } from './schema.js';
import { byName, Template, TimeFormat } from './template-codec.js';

const Id = described(
  t.refinement(t.string, (text) => /^[a-z0-9][a-z0-9-]{0,63}$/.test(text), 'RecipeId'),
  'Part of the id of every command: with another one, the same rows are other commands.',
);

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

const AnyTime = struct(
  {},
  {
    column: Column,
    otherwise: described(Text, 'Read where the column is blank, or a lookup finds nothing.'),
    at: described(Text, 'The same for every row, in place of a column.'),
    format: TimeFormat,
    zone: described(Zone, 'Of times without an offset; the playbook’s when left out.'),
    days: described(SafeInteger, 'Calendar days after that, in the zone; below zero for days before.'),
  },
  'AnyTime',
);
export type TimeColumn = t.TypeOf<typeof AnyTime>;

/** Of a column or constant, and not both; only a column can be blank. */
const TimeColumn = t.refinement(
  AnyTime,
  ({ column, at, otherwise }) =>
    (column === undefined) !== (at === undefined) && (otherwise === undefined || column !== undefined),
  'TimeColumn',
);

const RecipeCommand = struct(
  {
    command: described(oneOf(recipeCommands), 'The type of the command.'),
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
    once: described(t.boolean, 'Of rows that make the same fields, only the first in order of time.'),
    time: described(TimeColumn, 'When it happened, where that is not the time of the row.'),
  },
  'RecipeCommand',
);
export type RecipeCommand = t.TypeOf<typeof RecipeCommand>;

const GroupBy = struct(
  { key: described(t.readonlyArray(Text), 'Rows with the same cells in these columns become one row.') },
  {
    sum: described(t.readonlyArray(Text), 'Columns of decimal numbers, which are added up exactly.'),
    same: described(t.readonlyArray(Text), 'Columns that must agree within a group.'),
  },
  'GroupBy',
);
export type GroupBy = t.TypeOf<typeof GroupBy>;

const DelimiterName = described(
  oneOf(Object.keys(DELIMITERS) as ReadonlyArray<Delimiter>),
  'What stands between cells; a comma when left out.',
);

const RecipeFile = struct(
  {
    path: described(Text, 'Of a CSV file with a header, from the data folder; part of the id of every command.'),
    time: described(TimeColumn, 'When what a row tells happened.'),
    commands: described(t.readonlyArray(RecipeCommand), 'What is made of a row, in this order.'),
  },
  {
    delimiter: DelimiterName,
    groupBy: described(GroupBy, 'Makes one row of several; then there are no columns but those it names.'),
  },
  'RecipeFile',
);
export type RecipeFile = t.TypeOf<typeof RecipeFile>;

const Lookup = struct(
  {
    path: described(Text, 'Of a CSV file with a header, from the data folder.'),
    key: described(Column, 'The column that tells its rows apart.'),
  },
  {
    by: described(Column, 'The column of the asking row that holds the key; named like it when left out.'),
    delimiter: DelimiterName,
  },
  'Lookup',
);
export type Lookup = t.TypeOf<typeof Lookup>;

const ValueMap = struct(
  {
    by: described(Column, 'The column of the asking row that is mapped.'),
    values: described(t.record(t.string, t.string), 'What each cell stands for; another cell finds nothing.'),
  },
  {},
  'ValueMap',
);
export type ValueMap = t.TypeOf<typeof ValueMap>;

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
    maps: described(byName(ValueMap), 'Cells and what they stand for, by name; read as `name.value`.'),
  },
  'Recipe',
);
export type Recipe = t.TypeOf<typeof Recipe>;
