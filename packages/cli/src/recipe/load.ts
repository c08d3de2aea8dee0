import { resolve } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.js';
import type { Watch } from '../render/progress.js';
import { cellReader, type Index, indexOf, mapIndexOf } from './cells.js';
import { type CsvSource, readTable, type Table } from './csv.js';
import type { RecipeFile } from './document.js';
import { type Grouped, grouped } from './group.js';
import type { ReadRecipe } from './read.js';
import { referencesOf } from './references.js';

/** The files of a recipe, every column it names among them. */
export interface LoadedData {
  readonly tables: ReadonlyArray<Grouped>;
  /** Lookup files and maps. */
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
    const source = sourceOf(lookup, path, folder);
    const table = await readTable(source, watch);
    if (E.isLeft(table)) return table;
    const index = indexOf(lookup, table.right, path);
    if (E.isLeft(index)) return index;
    lookups.set(name, index.right);
  }
  for (const [name, map] of Object.entries(recipe.maps ?? {})) lookups.set(name, mapIndexOf(map, `maps/${name}`));

  const tables: Array<Grouped> = [];
  for (const [i, file] of recipe.files.entries()) {
    const read = await readTable(sourceOf(file, `files/${i}`, folder), watch);
    if (E.isLeft(read)) return read;
    const table = groupedAsTold(read.right, file, `files/${i}`);
    if (E.isLeft(table)) return table;
    for (const { column, path } of referencesOf(file, `files/${i}`)) {
      const cell = cellReader(table.right, lookups, column, path);
      if (E.isLeft(cell)) return cell;
    }
    tables.push(table.right);
  }
  return E.right({ tables, lookups });
};

const sourceOf = (
  { path: name, delimiter }: Pick<RecipeFile, 'path' | 'delimiter'>,
  path: string,
  folder: string,
): CsvSource => ({ file: resolve(folder, name), name, path: `${path}/path`, delimiter });

const groupedAsTold = (table: Table, { groupBy }: RecipeFile, path: string): E.Either<Failure, Grouped> =>
  groupBy === undefined ? E.right({ ...table, badGroups: [] }) : grouped(table, groupBy, `${path}/groupBy`);
