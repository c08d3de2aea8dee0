import { readFile } from 'node:fs/promises';
import { canonicalJson, reader, strayKeyOf } from '@millrace/kernel';
import type { Playbook } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure, RecipeFault } from '../failure.js';
import { type GroupBy, Recipe, type RecipeCommand, type TimeColumn } from './document.js';
import { checkPlaybook, playbookOf } from './playbook.js';
import { timeReader } from './times.js';
import { undefinedTermIn } from './vocabulary.js';

/** A recipe that says nothing impossible by itself, and the rules it publishes. */
export interface ReadRecipe {
  readonly file: string;
  readonly recipe: Recipe;
  readonly playbook: Playbook;
}

/** Reads a recipe from a file of JSON; what is wrong with it is named by the keys that lead there. */
export const readRecipe = async (file: string): Promise<E.Either<Failure, ReadRecipe>> => {
  const text = await readFile(file, 'utf8').catch((error: Error) => error);
  if (text instanceof Error) return E.left({ type: 'RecipeMissing', file, message: text.message });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return E.left({ type: 'RecipeNotJson', file, message: String(error) });
  }
  return recipeOf(value, file);
};

const readCodec = reader(Recipe);
const strayIn = strayKeyOf(Recipe);

/** A recipe from a value, `file` being where it stands. */
export const recipeOf = (value: unknown, file: string): E.Either<Failure, ReadRecipe> => {
  const bad = ({ path, expected, found }: RecipeFault) =>
    E.left<Failure>({ type: 'BadRecipe', file, path: path === '' ? '/' : path, expected, found });
  const json = canonicalJson(value);
  if (E.isLeft(json)) return bad({ path: json.left.path.join('/'), expected: 'storable', found: json.left.reason });
  const read = readCodec(value);
  if (E.isLeft(read)) return bad(read.left);
  const stray = strayIn(value);
  if (stray !== undefined) return bad({ path: stray, expected: 'knownKey', found: quoted(stray.split('/').at(-1)) });

  const recipe = read.right;
  const playbook = playbookOf(recipe.playbook);
  const refused = checkPlaybook(playbook);
  if (E.isLeft(refused)) return E.left({ type: 'PlaybookRefused', file, refusal: refused.left });
  const fault = faultIn(recipe, playbook);
  return fault === undefined ? E.right({ file, recipe, playbook }) : bad(fault);
};

/** What no codec sees: a name or a file twice, a constant time that is none, a word that the playbook does not have. */
const faultIn = ({ files, lookups = {}, maps = {} }: Recipe, playbook: Playbook): RecipeFault | undefined => {
  const doubled = Object.keys(maps).find((name) => Object.hasOwn(lookups, name));
  if (doubled !== undefined) return { path: `maps/${doubled}`, expected: 'oneNameOnce', found: quoted(doubled) };
  const seen = new Set<string>();
  for (const [i, { path, time, groupBy, commands }] of files.entries()) {
    if (seen.has(path)) return { path: `files/${i}/path`, expected: 'oneFileOnce', found: quoted(path) };
    seen.add(path);
    const wrong = timeFaultIn(time, playbook) ?? (groupBy && groupFaultIn(groupBy));
    if (wrong !== undefined) return { ...wrong, path: `files/${i}/${wrong.path}` };
    for (const [j, command] of commands.entries()) {
      const fault = commandFaultIn(command, playbook);
      if (fault !== undefined) return { ...fault, path: `files/${i}/commands/${j}/${fault.path}` };
    }
  }
  return undefined;
};

const commandFaultIn = (command: RecipeCommand, playbook: Playbook): RecipeFault | undefined =>
  Object.hasOwn(command.fields, 'type')
    ? TYPE_AS_FIELD
    : ((command.time && timeFaultIn(command.time, playbook)) ?? undefinedTermIn(command, playbook));

/** A constant time that no row could make one. */
const timeFaultIn = (
  { at, otherwise, format = 'iso', zone, days }: TimeColumn,
  playbook: Playbook,
): RecipeFault | undefined => {
  const readTime = timeReader(format, zone ?? playbook.zone, days);
  for (const [key, text] of Object.entries({ at, otherwise })) {
    if (text === undefined || readTime(text) !== undefined) continue;
    return { path: `time/${key}`, expected: 'constantTime', found: quoted(text) };
  }
  return undefined;
};

/** A column that would be two of a group's. */
const groupFaultIn = ({ key, sum = [], same = [] }: GroupBy): RecipeFault | undefined => {
  const seen = new Set<string>();
  for (const [list, columns] of Object.entries({ key, sum, same })) {
    for (const [i, column] of columns.entries()) {
      if (seen.has(column)) {
        return { path: `groupBy/${list}/${i}`, expected: 'oneColumnOnce', found: quoted(column) };
      }
      seen.add(column);
    }
  }
  return undefined;
};

const TYPE_AS_FIELD: RecipeFault = { path: 'fields/type', expected: 'knownField', found: '"type"' };

const quoted = (found: string | undefined): string => JSON.stringify(found);
