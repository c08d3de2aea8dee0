import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from '../failure.js';

/** A row that could be read. */
export interface Row {
  /** Physical line on which it begins; the header is 1. */
  readonly line: number;
  readonly cells: ReadonlyArray<string>;
}

/** A row that could not, and why. */
export interface BadRow {
  readonly line: number;
  readonly found: number;
  readonly expected: number;
}

/** A CSV file with a header. */
export interface Table {
  /** As the recipe names it. */
  readonly name: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: ReadonlyArray<Row>;
  readonly bad: ReadonlyArray<BadRow>;
}

/** Reads a CSV file of UTF-8 text, with or without a byte order mark; empty lines are passed over. @source RFC 4180 */
export const readTable = async (file: string, name: string, recipePath: string): Promise<E.Either<Failure, Table>> => {
  const bytes = await readFile(file).catch((error: Error) => error);
  if (bytes instanceof Error) {
    return E.left({ type: 'DataFileMissing', file, path: recipePath, message: bytes.message });
  }
  const text = decoded(bytes);
  if (text === undefined) return E.left({ type: 'DataFileUnreadable', file, row: 1, message: 'not UTF-8 text' });
  const records = recordsOf(text, file);
  if (E.isLeft(records)) return records;

  const [header, ...body] = records.right;
  if (header === undefined) return E.left({ type: 'DataFileUnreadable', file, row: 1, message: 'the file is empty' });
  const columns = new Map(header.cells.map((column, index) => [column, index]));
  if (columns.size < header.cells.length) {
    return E.left({ type: 'DataFileUnreadable', file, row: 1, message: 'two columns have the same name' });
  }
  const width = header.cells.length;
  return E.right({
    name,
    columns,
    rows: body.filter(({ cells }) => cells.length === width),
    bad: body
      .filter(({ cells }) => cells.length !== width)
      .map(({ line, cells }) => ({ line, found: cells.length, expected: width })),
  });
};

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Records with the line each begins on: the line after the end of the one before, empty lines passed over. */
const recordsOf = (text: string, file: string): E.Either<Failure, ReadonlyArray<Row>> => {
  const rows: Array<Row> = [];
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: ReadonlyArray<string>, { lines }: { readonly lines: number }) => {
        rows.push({ line: lines - cells.reduce((all, cell) => all + breaksIn(cell), 0), cells });
        return null;
      },
    });
  } catch (error) {
    const row = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : 0;
    return E.left({
      type: 'DataFileUnreadable',
      file,
      row,
      message: error instanceof Error ? error.message : String(error),
    });
  }
  return E.right(rows);
};

const breaksIn = (cell: string): number => (cell.includes('\n') ? cell.split('\n').length - 1 : 0);
