import { readFile } from 'node:fs/promises';
import { reader, strayKeyOf } from '@millrace/kernel';
import { customerModule, type Playbook } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { BadRecipe, Failure } from '../failure.js';
import { Recipe, type RecipeFile, type TimeColumn } from './document.js';
import { playbookOf, presetNames } from './playbook.js';
import { isTimePattern } from './times.js';

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
    value = JSON.parse(text);
  } catch (error) {
    return E.left({ type: 'RecipeNotJson', file, message: error instanceof Error ? error.message : String(error) });
  }
  return recipeOf(value, file);
};

const readCodec = reader(Recipe);
const strayIn = strayKeyOf(Recipe);

const recipeOf = (value: unknown, file: string): E.Either<BadRecipe, ReadRecipe> => {
  const bad = (path: string, expected: string, found: string) =>
    E.left<BadRecipe>({ type: 'BadRecipe', file, path, expected, found });
  const stray = strayIn(value);
  const read = readCodec(value);
  if (E.isLeft(read)) return bad(read.left.path, read.left.expected, read.left.found);
  if (stray !== undefined) return bad(stray, 'a key that recipes have', `"${stray.split('/').at(-1)}"`);

  const recipe = read.right;
  const playbook = playbookOf(recipe.playbook);
  if (playbook === undefined) return bad('playbook/preset', presetNames.join(' | '), `"${recipe.playbook.preset}"`);
  const paths = recipe.files.map(({ path }) => path);
  const doubled = paths.findIndex((path, i) => paths.indexOf(path) < i);
  if (doubled >= 0) return bad(`files/${doubled}/path`, 'a file named once', `"${paths[doubled]}"`);
  for (const [i, entry] of recipe.files.entries()) {
    const fault = faultIn(entry, `files/${i}`);
    if (fault !== undefined) return bad(fault.path, fault.expected, fault.found);
  }
  return E.right({ file, recipe, playbook });
};

type Fault = Pick<BadRecipe, 'path' | 'expected' | 'found'>;

const faultIn = ({ time, commands }: RecipeFile, path: string): Fault | undefined => {
  const inTime = faultInTime(time, `${path}/time`);
  if (inTime !== undefined) return inTime;
  for (const [i, command] of commands.entries()) {
    const here = `${path}/commands/${i}`;
    if (!customerModule.commands.types.includes(command.command)) {
      return {
        path: `${here}/command`,
        expected: customerModule.commands.types.join(' | '),
        found: `"${command.command}"`,
      };
    }
    const bare = (command.when ?? []).findIndex((condition) => Object.keys(condition).length < 2);
    if (bare >= 0)
      return { path: `${here}/when/${bare}`, expected: 'is | isNot | startsWith | blank', found: 'nothing' };
    const inOwnTime = command.time && faultInTime(command.time, `${here}/time`);
    if (inOwnTime !== undefined) return inOwnTime;
  }
  return undefined;
};

const faultInTime = ({ format = 'iso' }: TimeColumn, path: string): Fault | undefined =>
  format === 'iso' || isTimePattern(format)
    ? undefined
    : { path: `${path}/format`, expected: 'iso, or a pattern with yyyy, MM and dd', found: `"${format}"` };
