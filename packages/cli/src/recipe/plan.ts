import { commandIdOf } from '@millrace/engine';
import type { Instant, Json } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { cellReader } from './cells.js';
import { compileConditions, compileOrder } from './conditions.js';
import type { BadRow, Row } from './csv.js';
import type { RecipeCommand, TimeColumn } from './document.js';
import type { LoadedData } from './load.js';
import type { ReadRecipe } from './read.js';
import { compileTemplate, type Fill, type FillContext, type RowFault } from './template.js';
import { timeReader } from './times.js';

/** Where a row stands. */
export interface Place {
  readonly file: string;
  readonly row: number;
}

/** A command that a row tells of. */
export interface PlannedCommand extends Place {
  readonly commandId: string;
  readonly effectiveAt: Instant;
  readonly command: { readonly type: string };
}

/** A row that says nothing that can be recorded. */
export interface PlannedFault extends Place {
  readonly fault: RowFault | ({ readonly type: 'ColumnCount' } & Pick<BadRow, 'found' | 'expected'>);
}

/** What is to be done with the rows, in order of time, ties in the order of files and rows. */
export interface Plan {
  readonly rows: number;
  readonly steps: ReadonlyArray<PlannedCommand | PlannedFault>;
}

/** A row that meets a command's conditions, before its order is looked at. */
interface Candidate extends Place {
  readonly at: Instant;
  readonly cells: Row;
  readonly rule: Rule;
}

interface Rule {
  readonly index: number;
  readonly command: string;
  readonly matches: (row: Row) => boolean;
  readonly isMeant: (row: Row) => boolean;
  readonly timeOf: TimeOf;
  readonly fill: Fill;
}

/** Works out every command of a recipe, and its id, from the data alone. */
export const planOf = ({ recipe, playbook }: ReadRecipe, { tables, lookups }: LoadedData): Plan => {
  const faults: Array<PlannedFault> = [];
  const candidates: Array<Candidate> = [];
  for (const [i, table] of tables.entries()) {
    const file = table.name;
    const cell = (reference: string) => cellReader(table, lookups, reference) ?? (() => undefined);
    const context = { cell, currency: playbook.currency, zone: playbook.zone };
    const { time, commands } = recipe.files[i] ?? { time: { column: '' }, commands: [] };
    const rowTime = compileTime(time, context);
    const rules = commands.map((command, index) => compileRule(command, index, rowTime, context));
    for (const { line: row, found, expected } of table.bad) {
      faults.push({ file, row, fault: { type: 'ColumnCount', found, expected } });
    }
    for (const cells of table.rows) {
      const found = candidatesOf(rules, cells, file);
      if (E.isLeft(found)) faults.push(found.left);
      else candidates.push(...found.right);
    }
  }

  candidates.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const steps = candidates.flatMap((candidate) =>
    candidate.rule.isMeant(candidate.cells) ? [stepOf(candidate, recipe.id)] : [],
  );
  const rows = tables.reduce((all, table) => all + table.rows.length + table.bad.length, 0);
  return { rows, steps: [...faults, ...steps] };
};

type TimeOf = (row: Row) => E.Either<RowFault, Instant>;

const compileTime = ({ column, format = 'iso', zone }: TimeColumn, context: FillContext): TimeOf => {
  const readTime = timeReader(format, zone ?? context.zone);
  const readCell = context.cell(column);
  return (row) => {
    const found = readCell(row) ?? '';
    return E.fromNullable<RowFault>({ type: 'NotA', what: 'time', found })(readTime(found));
  };
};

const compileRule = (command: RecipeCommand, index: number, rowTime: TimeOf, context: FillContext): Rule => ({
  index,
  command: command.command,
  matches: compileConditions(command.when ?? [], context.cell),
  isMeant: compileOrder(command, context.cell),
  timeOf: command.time === undefined ? rowTime : compileTime(command.time, context),
  fill: compileTemplate(command.fields, context),
});

/** The commands a row may lead to; a row with a time that cannot be read leads to none. */
const candidatesOf = (
  rules: ReadonlyArray<Rule>,
  cells: Row,
  file: string,
): E.Either<PlannedFault, ReadonlyArray<Candidate>> => {
  const found: Array<Candidate> = [];
  const times = new Map<TimeOf, ReturnType<TimeOf>>();
  for (const rule of rules) {
    if (!rule.matches(cells)) continue;
    const at = times.get(rule.timeOf) ?? rule.timeOf(cells);
    times.set(rule.timeOf, at);
    if (E.isLeft(at)) return E.left({ file, row: cells.line, fault: at.left });
    found.push({ file, row: cells.line, at: at.right, cells, rule });
  }
  return E.right(found);
};

const stepOf = ({ file, row, at, cells, rule }: Candidate, recipe: string): PlannedCommand | PlannedFault => {
  const fields = rule.fill(cells);
  if (E.isLeft(fields)) return { file, row, fault: fields.left };
  return {
    file,
    row,
    commandId: commandIdOf(recipe, file, row, rule.index),
    effectiveAt: at,
    command: { type: rule.command, ...(fields.right as { readonly [field: string]: Json }) },
  };
};
