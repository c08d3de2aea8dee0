import type { Instant } from '@millrace/kernel';
import type { Playbook } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { cellReader, type Index, isBlank, type ReadCell } from './cells.js';
import { compileConditions, compileOrder } from './conditions.js';
import type { Row, Table } from './csv.js';
import type { RecipeCommand, RecipeFile, TimeColumn } from './document.js';
import type { Fill, RowFault } from './fill.js';
import type { Slugs } from './slug-template.js';
import { compileTemplate, type FillContext } from './template.js';
import { timeReader } from './times.js';

/** One command of a recipe's file, ready to be asked about its rows. */
export interface Rule {
  readonly command: RecipeCommand;
  /** Keys of the recipe that lead to it. */
  readonly path: string;
  /** Place among the commands of a row. */
  readonly index: number;
  readonly matches: (row: Row) => boolean;
  /** Whether a matching row is the one meant; to be asked once about each, in order. */
  readonly isMeant: (row: Row) => boolean;
  readonly timeOf: (row: Row) => E.Either<RowFault, Instant>;
  readonly fill: Fill;
}

/** What the rules of a file are compiled against. */
interface Against {
  readonly table: Table;
  readonly lookups: ReadonlyMap<string, Index>;
  readonly playbook: Playbook;
  readonly slugs: Slugs;
}

/** The commands of a file, in order. @throws RangeError for a column that is not there: look for them first. */
export const compileRules = (
  { time, commands }: RecipeFile,
  path: string,
  { table, lookups, playbook, slugs }: Against,
): ReadonlyArray<Rule> => {
  const cell = (reference: string): ReadCell => {
    const read = cellReader(table, lookups, reference, path);
    if (E.isRight(read)) return read.right;
    throw new RangeError(`no column ${reference}`);
  };
  const context = { cell, currency: playbook.currency, zone: playbook.zone, file: table.name, slugs };
  const rowTime = compileTime(time, context);
  return commands.map((command, index) => ({
    command,
    path: `${path}/commands/${index}`,
    index,
    matches: compileConditions(command.when ?? [], cell),
    isMeant: compileOrder(command, cell),
    timeOf: command.time === undefined ? rowTime : compileTime(command.time, context),
    fill: compileTemplate(command.fields, context),
  }));
};

const compileTime = (
  { column = '', otherwise, at, format = 'iso', zone, days }: TimeColumn,
  context: FillContext,
): Rule['timeOf'] => {
  const readTime = timeReader(format, zone ?? context.zone, days);
  const readCell = at === undefined ? context.cell(column) : () => at;
  return (row) => {
    const cell = readCell(row);
    const found = otherwise !== undefined && isBlank(cell) ? otherwise : cell;
    if (found === undefined) return E.left({ type: 'NothingFound', column });
    return E.fromNullable<RowFault>({ type: 'NotA', what: 'time', field: column, format, found })(readTime(found));
  };
};
