import { bar } from './bar.js';
import { printable, widthOf } from './width.js';
import { piecesOf, wrapped } from './wrap.js';

/** A table to print. */
export interface TableSpec {
  readonly head: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<string | number>>;
  /** A figure for each row, drawn as a bar where there is room for it. */
  readonly bars?: ReadonlyArray<number>;
  /** What a whole bar stands for; the largest figure, when left out. */
  readonly full?: number;
  /** Columns of text that are figures: set to the right, never broken. */
  readonly figures?: ReadonlyArray<number>;
}

const COLUMNS = 100;
const NARROWEST = 6;
const SHORTEST_BAR = 8;
const LONGEST_BAR = 40;

/** Draws a table no wider than `columns`; cells that do not fit are broken into lines. */
export const drawTable = ({ head, rows, bars = [], full, figures = [] }: TableSpec, columns = COLUMNS): string => {
  const cells = [head, ...rows].map((row) => row.map((cell) => printable(String(cell))));
  const isNumber = head.map(
    (_, i) => figures.includes(i) || (rows.length > 0 && rows.every((row) => typeof row[i] === 'number')),
  );
  const wanted = head.map((_, i) => columnOf(cells, i, isNumber[i] === true));
  const room = fitted(wanted, columns - frameOf(head.length));
  const widths = room.map((width, i) => widest(cells.flatMap((row) => wrapped(row[i] ?? '', width))));

  const left = columns - frameOf(head.length + 1) - widths.reduce((all, width) => all + width, 0);
  const length = Math.min(left, LONGEST_BAR);
  const drawn = bars.length > 0 && length >= SHORTEST_BAR;
  const most = full ?? bars.reduce((a, b) => Math.max(a, b), 0);
  const lines = cells.map((row, i): ReadonlyArray<Cell> => {
    const texts = row.map((text, at) => ({ text, width: widths[at] ?? 0, right: isNumber[at] === true }));
    const figure = i === 0 ? 0 : (bars[i - 1] ?? 0);
    return drawn ? [...texts, { text: bar(figure, most, length), width: length, right: false }] : texts;
  });
  return framed(lines, drawn ? [...widths, length] : widths);
};

/** What borders and blanks take of a line. */
const frameOf = (cells: number): number => 3 * cells + 1;

interface Column {
  readonly wanted: number;
  /** Below this, pieces are broken that are better not. */
  readonly good: number;
  readonly least: number;
}

const columnOf = (cells: ReadonlyArray<ReadonlyArray<string>>, i: number, isNumber: boolean): Column => {
  const column = cells.map((row) => row[i] ?? '');
  const figures = isNumber ? widest(column.slice(1)) : 0;
  return {
    wanted: widest(column),
    good: Math.max(figures, widest(column.flatMap(piecesOf).map((piece) => piece.trimEnd()))),
    least: Math.max(figures, NARROWEST),
  };
};

const widest = (texts: ReadonlyArray<string>): number => texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);

/** Takes what is too much from the widest column, first where no piece is broken by it. */
const fitted = (columns: ReadonlyArray<Column>, room: number): ReadonlyArray<number> => {
  const widths = columns.map(({ wanted }) => wanted);
  for (const least of [columns.map(({ good }) => good), columns.map(({ least }) => least)]) {
    for (;;) {
      if (widths.reduce((all, width) => all + width, 0) <= room) return widths;
      const yielding = widths.filter((width, i) => width > (least[i] ?? 0));
      if (yielding.length === 0) break;
      const most = Math.max(...yielding);
      widths[widths.findIndex((width, i) => width === most && width > (least[i] ?? 0))] = most - 1;
    }
  }
  return widths;
};

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly right: boolean;
}

const framed = ([head, ...rows]: ReadonlyArray<ReadonlyArray<Cell>>, widths: ReadonlyArray<number>): string => {
  const rule = (left: string, middle: string, right: string): string =>
    `${left}${widths.map((width) => '─'.repeat(width + 2)).join(middle)}${right}`;
  const body = rows.flatMap(linesOf);
  return `${[rule('┌', '┬', '┐'), ...linesOf(head ?? []), rule('├', '┼', '┤'), ...body, rule('└', '┴', '┘')].join('\n')}\n`;
};

const linesOf = (row: ReadonlyArray<Cell>): ReadonlyArray<string> => {
  const cells = row.map((cell) => ({ ...cell, lines: wrapped(cell.text, cell.width) }));
  const height = cells.reduce((most, { lines }) => Math.max(most, lines.length), 1);
  return Array.from({ length: height }, (_, i) => {
    const texts = cells.map(({ lines, width, right }) => {
      const text = lines[i] ?? '';
      const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
      return right ? blanks + text : text + blanks;
    });
    return `│ ${texts.join(' │ ')} │`;
  });
};
