import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../../src/failure.js';
import { loadData } from '../../src/recipe/load.js';
import { type Plan, planOf } from '../../src/recipe/plan.js';
import { readRecipe } from '../../src/recipe/read.js';
import { unwatched, type Watch } from '../../src/render/progress.js';
import { type Sandbox, sandbox } from './sandbox.js';

/** What a recipe, `recipe.json`, makes of its files, as an import would. */
export const plan = async (
  files: Parameters<Sandbox['write']>[0],
  watch: Watch = unwatched,
): Promise<E.Either<Failure, Plan>> => {
  const { path, folder } = await sandbox(files);
  const read = await readRecipe(path('recipe.json'));
  if (E.isLeft(read)) return read;
  const data = await loadData(read.right, folder, watch);
  return E.isLeft(data) ? data : planOf(read.right, data.right, watch);
};

/** A recipe of the dealership, in UTC, with some files. */
export const recipeOf = (files: ReadonlyArray<object>, more: object = {}): object => ({
  id: 'test',
  playbook: { preset: 'dealership', zone: 'UTC' },
  files,
  ...more,
});

/** Logs a call for every row that meets some conditions: `who` is the customer, `at` the time. */
export const calls = (path: string, command: object = {}): object => ({
  path,
  time: { column: 'at' },
  commands: [call(command)],
});

/** The command of {@link calls}. */
export const call = (more: object = {}): object => ({
  command: 'LogContact',
  fields: { customer: '{who}', by: 's1', contactType: 'call' },
  ...more,
});
