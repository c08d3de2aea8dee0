import Table from 'cli-table3';

/** A table to print: its head, its rows, and which columns hold numbers. */
export interface TableSpec {
  readonly head: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<string | number>>;
}

const BORDER = 3;
const NARROWEST = 6;

/** Draws a table no wider than `columns`; cells that do not fit are broken into lines. */
export const drawTable = ({ head, rows }: TableSpec, columns = 100): string => {
  const cells = rows.map((row) => row.map((cell) => printable(String(cell))));
  const widths = fitted(
    head.map((title, i) => Math.max(widthOf(title), ...cells.map((row) => widthOf(row[i] ?? '')))),
    columns - 1,
  );
  const table = new Table({
    head: [...head],
    colWidths: widths.map((width) => width + 2),
    colAligns: head.map((_, i) => (rows.every((row) => typeof row[i] === 'number') ? 'right' : 'left')),
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [], compact: true },
  });
  table.push(...cells);
  return `${table.toString()}\n`;
};

/** Takes from the widest column what is too much, one by one. */
const fitted = (wanted: ReadonlyArray<number>, columns: number): ReadonlyArray<number> => {
  const widths = [...wanted];
  while (widths.reduce((all, width) => all + width + BORDER, 0) > columns) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
};

/** Columns on a terminal: characters of Chinese take two. @source Unicode Standard Annex #11 */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
};

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Text without what a terminal would obey: control characters are shown as escapes. */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
