/** Several rows of a file as one: sums that are exact, and columns that must agree. */
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.js';
import { missing } from './cells.js';
import type { Row, Table } from './csv.js';
import type { GroupBy } from './document.js';
import { sumOfDecimals } from './sums.js';

/** Why the rows of a group cannot be one row; lines are those on which rows begin. */
export type GroupFault =
  | {
      readonly type: 'GroupDisagrees';
      readonly column: string;
      /** All lines of the group. */
      readonly lines: ReadonlyArray<number>;
      readonly found: string;
      /** Where another value stands, and which. */
      readonly line: number;
      readonly other: string;
    }
  | { readonly type: 'NotASummand'; readonly column: string; readonly line: number; readonly found: string };

/** A group that is none, by the line of its first row. */
export interface BadGroup {
  readonly line: number;
  readonly fault: GroupFault;
}

/** A table whose rows are groups: each stands on the line of its first row, in the order of those. */
export interface Grouped extends Table {
  readonly badGroups: ReadonlyArray<BadGroup>;
}

/**
 * Makes one row of all rows with the same key.
 *
 * A row that cannot be read leaves it open which group would be whole, so it is a fault of the file.
 */
export const grouped = (table: Table, groupBy: GroupBy, path: string): E.Either<Failure, Grouped> => {
  const { key, sum = [], same = [] } = groupBy;
  for (const [list, columns] of Object.entries({ key, sum, same })) {
    const absent = columns.findIndex((column) => !table.columns.has(column));
    if (absent >= 0) return E.left(missing(table, columns[absent] ?? '', `${path}/${list}/${absent}`));
  }
  const [bad] = table.bad;
  if (bad !== undefined) {
    const { line: row, found, expected } = bad;
    return E.left({ type: 'GroupedRowUnreadable', file: table.name, row, found, expected });
  }

  const cellOf = (row: Row, column: string): string => row.cells[table.columns.get(column) ?? -1] ?? '';
  const groups = Map.groupBy(table.rows, (row) => JSON.stringify(key.map((column) => cellOf(row, column))));
  const rows: Array<Row> = [];
  const badGroups: Array<BadGroup> = [];
  for (const group of groups.values()) {
    const made = rowOf(group, groupBy, cellOf);
    if (E.isLeft(made)) badGroups.push(made.left);
    else rows.push(made.right);
  }
  const columns = new Map([...key, ...sum, ...same].map((column, i) => [column, i]));
  return E.right({ name: table.name, columns, count: table.count, rows, bad: [], badGroups });
};

const rowOf = (
  group: ReadonlyArray<Row>,
  { key, sum = [], same = [] }: GroupBy,
  cellOf: (row: Row, column: string) => string,
): E.Either<BadGroup, Row> => {
  const [first] = group;
  if (first === undefined) throw new RangeError('a group has a row');
  const { line: begins } = first;
  const bad = (fault: GroupFault) => E.left<BadGroup>({ line: begins, fault });
  for (const column of same) {
    const found = cellOf(first, column);
    const differing = group.find((row) => cellOf(row, column) !== found);
    if (differing === undefined) continue;
    const lines = group.map(({ line }) => line);
    const { line } = differing;
    return bad({ type: 'GroupDisagrees', column, lines, found, line, other: cellOf(differing, column) });
  }
  const sums: Array<string> = [];
  for (const column of sum) {
    const total = sumOfDecimals(group.map((row) => cellOf(row, column)));
    if (E.isLeft(total)) {
      const wrong = group[total.left] ?? first;
      return bad({ type: 'NotASummand', column, line: wrong.line, found: cellOf(wrong, column) });
    }
    sums.push(total.right);
  }
  const read = (column: string): string => cellOf(first, column);
  return E.right({ line: begins, cells: [...key.map(read), ...sums, ...same.map(read)] });
};
