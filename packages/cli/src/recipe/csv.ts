import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import * as E from 'fp-ts/lib/Either.js';
import type { CsvFault, Failure } from '../failure.js';
import type { Watch } from '../render/progress.js';
import { breaksIn, lineOfFirst } from './lines.js';

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
  /** Rows of the file, whether they could be read or not. */
  readonly count: number;
  readonly rows: ReadonlyArray<Row>;
  readonly bad: ReadonlyArray<BadRow>;
}

/** A CSV file of a recipe, and the keys of the recipe that lead to its name. */
export interface CsvSource {
  readonly file: string;
  readonly name: string;
  readonly path: string;
  readonly delimiter?: Delimiter | undefined;
}

/** What stands between cells; a comma where nothing is said. */
export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' } as const;
export type Delimiter = keyof typeof DELIMITERS;

/** Reads a CSV file of UTF-8 text, with or without a byte order mark; empty lines are passed over. @source RFC 4180 */
export const readTable = async (
  { file, name, path, delimiter = 'comma' }: CsvSource,
  watch: Watch,
): Promise<E.Either<Failure, Table>> => {
  const found = await readFile(file).catch((error: Error) => error);
  if (found instanceof Error) return E.left({ type: 'DataFileMissing', file, path, message: found.message });
  const unreadable = (row: number, fault: CsvFault, column = '') =>
    E.left<Failure>({ type: 'DataFileUnreadable', file, row, fault, column });
  if (!isUtf8(found))
    return unreadable(
      lineOfFirst(found, (line) => !isUtf8(line)),
      'notUtf8',
    );

  const bytes = found.subarray(found.indexOf(BYTE_ORDER_MARK) === 0 ? BYTE_ORDER_MARK.length : 0);
  const records = recordsOf(bytes, DELIMITERS[delimiter], watch);
  if (E.isLeft(records)) return unreadable(records.left.row, records.left.fault);

  const [header, ...body] = records.right;
  if (header === undefined) return unreadable(1, 'noHeader');
  const doubled = header.cells.find((column, index) => header.cells.indexOf(column) < index);
  if (doubled !== undefined) return unreadable(header.line, 'doubledColumn', doubled);
  const width = header.cells.length;
  return E.right({
    name,
    columns: new Map(header.cells.map((column, index) => [column, index])),
    count: body.length,
    rows: body.filter(({ cells }) => cells.length === width),
    bad: body
      .filter(({ cells }) => cells.length !== width)
      .map(({ line, cells }) => ({ line, found: cells.length, expected: width })),
  });
};

const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const LINE_BREAKS = ['\r\n', '\n', '\r'];
const OFTEN = 1_000;

/** The records of a file; the lines are counted here, for the parser's own count goes astray in quoted line breaks. */
const recordsOf = (
  bytes: Buffer,
  delimiter: string,
  watch: Watch,
): E.Either<{ readonly row: number; readonly fault: CsvFault }, ReadonlyArray<Row>> => {
  const rows: Array<Row> = [];
  const progress = watch('reading', bytes.length);
  let [offset, line] = [0, 1];
  const passBlankLines = (): void => {
    const blank = breaksIn(bytes, offset, { blankOnly: true });
    offset += blank.bytes;
    line += blank.breaks;
  };
  try {
    parse(bytes, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: LINE_BREAKS,
      on_record: (cells: ReadonlyArray<string>, { bytes: end }: { readonly bytes: number }) => {
        passBlankLines();
        rows.push({ line, cells });
        line += breaksIn(bytes, offset, { end }).breaks;
        offset = end;
        if (rows.length % OFTEN === 0) progress.at(end);
        return null;
      },
    });
    return E.right(rows);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    passBlankLines();
    return E.left({ row: line, fault: FAULTS[error.code] ?? 'strayQuote' });
  } finally {
    progress.end();
  }
};

const FAULTS: { readonly [code: string]: CsvFault } = {
  CSV_QUOTE_NOT_CLOSED: 'openQuote',
  CSV_INVALID_CLOSING_QUOTE: 'textAfterQuote',
};
