import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.js';
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
  if (column === undefined) {
    return E.left({ type: 'ColumnMissing', file: lookup.path, column: lookup.key, path: `${path}/key` });
  }
  const rows = new Map<string, Row>();
  for (const row of table.rows) {
    const key = row.cells[column] ?? '';
    if (rows.has(key)) return E.left({ type: 'LookupKeyDoubled', file: lookup.path, row: row.line, key });
    rows.set(key, row);
  }
  return E.right({ lookup, table, rows });
};

/** Reads a row's cell; `undefined` where a lookup finds nothing. */
export type ReadCell = (row: Row) => string | undefined;

/** How to read what a recipe calls `column` or `lookup.column`; `undefined` where there is no such column. */
export const cellReader = (
  table: Table,
  lookups: ReadonlyMap<string, Index>,
  reference: string,
): ReadCell | undefined => {
  const own = table.columns.get(reference);
  if (own !== undefined) return ({ cells }) => cells[own];

  const dot = reference.indexOf('.');
  const index = lookups.get(reference.slice(0, dot));
  if (dot < 0 || index === undefined) return undefined;
  const by = table.columns.get(index.lookup.by ?? index.lookup.key);
  const column = index.table.columns.get(reference.slice(dot + 1));
  if (by === undefined || column === undefined) return undefined;
  return ({ cells }) => index.rows.get(cells[by] ?? '')?.cells[column];
};
