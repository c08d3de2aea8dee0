import { resolve } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.js';
import type { Watch } from '../render/progress.js';
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
export const loadData = async (
  { recipe }: ReadRecipe,
  folder: string,
  watch: Watch,
): Promise<E.Either<Failure, LoadedData>> => {
  const lookups = new Map<string, Index>();
  for (const [name, lookup] of Object.entries(recipe.lookups ?? {})) {
    const path = `lookups/${name}`;
    const source = { file: resolve(folder, lookup.path), name: lookup.path, path: `${path}/path` };
    const table = await readTable(source, watch);
    if (E.isLeft(table)) return table;
    const index = indexOf(lookup, table.right, path);
    if (E.isLeft(index)) return index;
    lookups.set(name, index.right);
  }

  const tables: Array<Table> = [];
  for (const [i, file] of recipe.files.entries()) {
    const source = { file: resolve(folder, file.path), name: file.path, path: `files/${i}/path` };
    const table = await readTable(source, watch);
    if (E.isLeft(table)) return table;
    for (const { column, path } of referencesOf(file, `files/${i}`)) {
      const read = cellReader(table.right, lookups, column, path);
      if (E.isLeft(read)) return read;
    }
    tables.push(table.right);
  }
  return E.right({ tables, lookups });
};
