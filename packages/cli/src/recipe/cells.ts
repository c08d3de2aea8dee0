import * as E from 'fp-ts/lib/Either.js';
import type { ColumnMissing, Failure } from '../failure.js';
import type { Row, Table } from './csv.js';
import type { Lookup, ValueMap } from './document.js';

/** Rows by a key that no two share: of a lookup file, or of a map in the recipe. */
export interface Index {
  /** The column of the asking row that holds the key. */
  readonly by: string;
  /** Keys of the recipe that lead to its name. */
  readonly byPath: string;
  readonly table: Pick<Table, 'name' | 'columns'>;
  readonly rows: ReadonlyMap<string, Row>;
}

/** The rows of a lookup by their key, which no two may share. */
export const indexOf = (lookup: Lookup, table: Table, path: string): E.Either<Failure, Index> => {
  const column = table.columns.get(lookup.key);
  if (column === undefined) return E.left(missing(table, lookup.key, `${path}/key`));
  const rows = new Map<string, Row>();
  for (const row of table.rows) {
    const key = row.cells[column] ?? '';
    if (rows.has(key)) return E.left({ type: 'LookupKeyDoubled', file: lookup.path, row: row.line, key });
    rows.set(key, row);
  }
  const [bad] = table.bad;
  const [by, byPath] = lookup.by === undefined ? [lookup.key, `${path}/key`] : [lookup.by, `${path}/by`];
  if (bad === undefined) return E.right({ by, byPath, table, rows });
  const { line: row, found, expected } = bad;
  return E.left({ type: 'LookupRowUnreadable', file: lookup.path, row, found, expected });
};

/** The one column of a map. */
const VALUE = 'value';

/** The cells of a map by what they stand for. */
export const mapIndexOf = ({ by, values }: ValueMap, path: string): Index => ({
  by,
  byPath: `${path}/by`,
  table: { name: path, columns: new Map([[VALUE, 0]]) },
  rows: new Map(Object.entries(values).map(([from, to], i) => [from, { line: i + 1, cells: [to] }])),
});

/** Reads a row's cell; `undefined` where a lookup finds nothing. */
export type ReadCell = (row: Row) => string | undefined;

/** Whether there is nothing in a cell but blanks, or nothing was found. */
export const isBlank = (cell: string | undefined): boolean => (cell ?? '').trim() === '';

/** How to read what a recipe calls `column` or `lookup.column`, or which column is not there. */
export const cellReader = (
  table: Table,
  lookups: ReadonlyMap<string, Index>,
  reference: string,
  path: string,
): E.Either<ColumnMissing, ReadCell> => {
  const own = table.columns.get(reference);
  if (own !== undefined) return E.right(({ cells }) => cells[own]);

  const [index, inner] = lookupIn(lookups, reference);
  if (index === undefined) return E.left(missing(table, reference, path));
  const { by: key, byPath, rows, table: other } = index;
  const by = table.columns.get(key);
  if (by === undefined) return E.left(missing(table, key, byPath));
  const column = other.columns.get(inner);
  if (column === undefined) return E.left(missing(other, inner, path));
  return E.right(({ cells }) => rows.get(cells[by] ?? '')?.cells[column]);
};

const lookupIn = (
  lookups: ReadonlyMap<string, Index>,
  reference: string,
): readonly [index: Index | undefined, column: string] => {
  const dot = reference.indexOf('.');
  return [lookups.get(reference.slice(0, Math.max(dot, 0))), reference.slice(dot + 1)];
};

/** A column that a file, or a map, does not have. */
export const missing = (
  { name, columns }: Pick<Table, 'name' | 'columns'>,
  column: string,
  path: string,
): ColumnMissing => ({
  type: 'ColumnMissing',
  file: name,
  column,
  path,
  columns: [...columns.keys()],
});
