import * as E from 'fp-ts/lib/Either.js';
import type { ColumnMissing, Failure } from '../failure.js';
import type { Row, Table } from './csv.js';
import type { Lookup } from './document.js';

/** A lookup file by key. */
export interface Index {
  readonly lookup: Lookup;
  readonly table: Table;
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
  if (bad === undefined) return E.right({ lookup, table, rows });
  const { line: row, found, expected } = bad;
  return E.left({ type: 'LookupRowUnreadable', file: lookup.path, row, found, expected });
};

/** Reads a row's cell; `undefined` where a lookup finds nothing. */
export type ReadCell = (row: Row) => string | undefined;

/** How to read what a recipe calls `column` or `lookup.column`, or which column is not there. */
export const cellReader = (
  table: Table,
  lookups: ReadonlyMap<string, Index>,
  reference: string,
  path: string,
): E.Either<ColumnMissing, ReadCell> => {
  const own = table.columns.get(reference);
  if (own !== undefined) return E.right(({ cells }) => cells[own]);

  const [name, index, inner] = lookupIn(lookups, reference);
  if (index === undefined) return E.left(missing(table, reference, path));
  const { lookup, rows, table: other } = index;
  const key = lookup.by ?? lookup.key;
  const by = table.columns.get(key);
  if (by === undefined) return E.left(missing(table, key, `lookups/${name}/${lookup.by === undefined ? 'key' : 'by'}`));
  const column = other.columns.get(inner);
  if (column === undefined) return E.left(missing(other, inner, path));
  return E.right(({ cells }) => rows.get(cells[by] ?? '')?.cells[column]);
};

const lookupIn = (
  lookups: ReadonlyMap<string, Index>,
  reference: string,
): readonly [name: string, index: Index | undefined, column: string] => {
  const dot = reference.indexOf('.');
  const name = reference.slice(0, Math.max(dot, 0));
  return [name, lookups.get(name), reference.slice(dot + 1)];
};

const missing = ({ name, columns }: Table, column: string, path: string): ColumnMissing => ({
  type: 'ColumnMissing',
  file: name,
  column,
  path,
  columns: [...columns.keys()],
});
