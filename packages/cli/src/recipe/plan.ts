import { commandIdOf } from '@millrace/engine';
import type { Instant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { BadRecipe } from '../failure.js';
import type { Watch } from '../render/progress.js';
import { type CommandFault, recipeFaultOf } from './command-fault.js';
import { readCommand } from './commands.js';
import type { BadRow, Row } from './csv.js';
import type { RowFault } from './fill.js';
import type { GroupFault } from './group.js';
import type { LoadedData } from './load.js';
import type { ReadRecipe } from './read.js';
import { compileRules, type Rule } from './rules.js';
import { newSlugs } from './slug-template.js';

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
  readonly fault:
    | RowFault
    | CommandFault
    | GroupFault
    | ({ readonly type: 'ColumnCount' } & Pick<BadRow, 'found' | 'expected'>);
}

/** What is to be done with the rows. */
export interface Plan {
  readonly rows: number;
  /** In order of time, ties in the order of files and rows. */
  readonly commands: ReadonlyArray<PlannedCommand>;
  /** Of rows that lead to no command at all. */
  readonly faults: ReadonlyArray<PlannedFault>;
}

/** A row that meets a command's conditions, before its order is looked at. */
interface Candidate extends Place {
  readonly at: Instant;
  readonly cells: Row;
  readonly rule: Rule;
}

const OFTEN = 1_000;

/**
 * Works out every command of a recipe, and its id, from the data alone.
 *
 * A row of which one command cannot be made leads to none, but keeps its place in the order that
 * `first` and `changed` look at; a row whose time cannot be read has none.
 */
export const planOf = (read: ReadRecipe, data: LoadedData, watch: Watch): E.Either<BadRecipe, Plan> => {
  const rows = data.tables.reduce((all, { count }) => all + count, 0);
  const progress = watch('planning', 2 * rows);
  try {
    const { candidates, faults } = candidatesIn(read, data, progress.at);
    candidates.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const onCandidate = (i: number): void => progress.at(rows + Math.floor((rows * i) / candidates.length));
    return E.map((steps: Steps): Plan => {
      const isWhole = ({ file, row }: Place): boolean => !steps.faults.get(file)?.has(row);
      const found = [...steps.faults.values()].flatMap((inFile) => [...inFile.values()]);
      const made = steps.made.filter(({ planned }) => isWhole(planned));
      return { rows, commands: withoutRepeats(made), faults: [...faults, ...found] };
    })(stepsOf(candidates, read, onCandidate));
  } finally {
    progress.end();
  }
};

/** A command, and the rule that it was made by. */
interface Made {
  readonly planned: PlannedCommand;
  readonly rule: Rule;
}

/** The commands to send: of those that are issued once, the first of each content. */
const withoutRepeats = (made: ReadonlyArray<Made>): ReadonlyArray<PlannedCommand> => {
  const issued = new Map<Rule, Set<string>>();
  return made
    .filter(({ planned: { command }, rule }) => {
      if (rule.command.once !== true) return true;
      const before = issued.get(rule) ?? new Set();
      issued.set(rule, before);
      const content = JSON.stringify(command);
      if (before.has(content)) return false;
      before.add(content);
      return true;
    })
    .map(({ planned }) => planned);
};

interface Steps {
  readonly made: ReadonlyArray<Made>;
  /** The first fault of each row, by file and row. */
  readonly faults: ReadonlyMap<string, ReadonlyMap<number, PlannedFault>>;
}

/** Makes the commands of those candidates that are meant, in order. */
const stepsOf = (
  candidates: ReadonlyArray<Candidate>,
  { file: recipeFile, recipe: { id } }: ReadRecipe,
  onCandidate: (i: number) => void,
): E.Either<BadRecipe, Steps> => {
  const made: Array<Made> = [];
  const faults = new Map<string, Map<number, PlannedFault>>();
  for (const [i, candidate] of candidates.entries()) {
    if (i % OFTEN === 0) onCandidate(i);
    const { file, row, cells, rule } = candidate;
    if (!rule.isMeant(cells)) continue;
    const step = stepOf(candidate, id);
    if (E.isRight(step)) {
      made.push({ planned: step.right, rule });
      continue;
    }
    const wrong = recipeFaultOf(step.left, rule);
    if (wrong !== undefined) return E.left({ type: 'BadRecipe', file: recipeFile, ...wrong });
    const inFile = faults.get(file) ?? new Map<number, PlannedFault>();
    faults.set(file, inFile);
    if (!inFile.has(row)) inFile.set(row, { file, row, fault: step.left });
  }
  return E.right({ made, faults });
};

const candidatesIn = (
  { recipe, playbook }: ReadRecipe,
  { tables, lookups }: LoadedData,
  onRow: (rows: number) => void,
): { readonly candidates: Array<Candidate>; readonly faults: Array<PlannedFault> } => {
  const faults: Array<PlannedFault> = [];
  const candidates: Array<Candidate> = [];
  const slugs = newSlugs();
  let seen = 0;
  for (const [i, entry] of recipe.files.entries()) {
    const table = tables[i];
    if (table === undefined) throw new RangeError('every file of a recipe is loaded');
    const file = table.name;
    const rules = compileRules(entry, `files/${i}`, { table, lookups, playbook, slugs });
    for (const { line: row, found, expected } of table.bad) {
      faults.push({ file, row, fault: { type: 'ColumnCount', found, expected } });
    }
    for (const { line: row, fault } of table.badGroups) faults.push({ file, row, fault });
    for (const cells of table.rows) {
      const found = candidatesOf(rules, cells, file);
      if (E.isLeft(found)) faults.push(found.left);
      else candidates.push(...found.right);
      if (++seen % OFTEN === 0) onRow(seen);
    }
  }
  return { candidates, faults };
};

/** The commands a row may lead to; a row with a time that cannot be read leads to none. */
const candidatesOf = (
  rules: ReadonlyArray<Rule>,
  cells: Row,
  file: string,
): E.Either<PlannedFault, ReadonlyArray<Candidate>> => {
  const found: Array<Candidate> = [];
  const times = new Map<Rule['timeOf'], ReturnType<Rule['timeOf']>>();
  for (const rule of rules) {
    if (!rule.matches(cells)) continue;
    const at = times.get(rule.timeOf) ?? rule.timeOf(cells);
    times.set(rule.timeOf, at);
    if (E.isLeft(at)) return E.left({ file, row: cells.line, fault: at.left });
    found.push({ file, row: cells.line, at: at.right, cells, rule });
  }
  return E.right(found);
};

const stepOf = (
  { file, row, at, cells, rule }: Candidate,
  recipe: string,
): E.Either<RowFault | CommandFault, PlannedCommand> => {
  const fields = rule.fill(cells);
  if (E.isLeft(fields)) return fields;
  const command = { type: rule.command.command, ...(fields.right as object) };
  const read = readCommand(command);
  if (E.isLeft(read)) return E.left({ type: 'InvalidCommand', command: command.type, cause: read.left });
  return E.right({ file, row, commandId: commandIdOf(recipe, file, row, rule.index), effectiveAt: at, command });
};
