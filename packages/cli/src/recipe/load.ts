import { resolve } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.js';
import { cellReader, type Index, indexOf } from './cells.js';
import { readTable, type Table } from './csv.js';
import type { ReadRecipe } from './read.js';
import { referencesOf } from './references.js';

/** The files of a recipe, every column it names among them. */
export interface LoadedData {
  readonly tables: ReadonlyArray<Table>;
  readonly lookups: ReadonlyMap<string, Index>;
}

/** Reads the files of a recipe from a folder. */
export const loadData = async ({ recipe }: ReadRecipe, folder: string): Promise<E.Either<Failure, LoadedData>> => {
  const lookups = new Map<string, Index>();
  for (const [name, lookup] of Object.entries(recipe.lookups ?? {})) {
    const path = `lookups/${name}`;
    const table = await readTable(resolve(folder, lookup.path), lookup.path, `${path}/path`);
    if (E.isLeft(table)) return table;
    const index = indexOf(lookup, table.right, path);
    if (E.isLeft(index)) return index;
    lookups.set(name, index.right);
  }

  const tables: Array<Table> = [];
  for (const [i, file] of recipe.files.entries()) {
    const table = await readTable(resolve(folder, file.path), file.path, `files/${i}/path`);
    if (E.isLeft(table)) return table;
    const missing = referencesOf(file, `files/${i}`).find(
      ({ column }) => cellReader(table.right, lookups, column) === undefined,
    );
    if (missing !== undefined) return E.left({ type: 'ColumnMissing', file: file.path, ...missing });
    tables.push(table.right);
  }
  return E.right({ tables, lookups });
};
