import { type Line, type Spread, short } from './judge.js';
import type { Row } from './row.js';

/** Widths of the columns: 78 with the last one and the gaps between them. */
const NAME = 27;
const FIGURE = 6;
const RATIO = 26;
const GOAL = 9;

/** A row's part of the table, for a terminal of 80 columns. */
export const drawSection = ({ title, unit }: Pick<Row, 'title' | 'unit'>, lines: ReadonlyArray<Line>): string => {
  const drawn = [...Map.groupBy(lines, ({ of }) => of).values()].flatMap(drawGroup);
  return [`${title} (${unit})`, ...drawn, ''].join('\n');
};

/** What one of ours came to, and under it everyone it is held against. */
const drawGroup = (lines: ReadonlyArray<Line>): ReadonlyArray<string> => {
  const [first] = lines;
  if (first === undefined) return [];
  const alone = lines.find(({ beside }) => beside === undefined);
  return [
    draw(`  ${first.of}`, short(first.figure.median), '', alone),
    ...lines.flatMap((line) =>
      line.beside === undefined
        ? []
        : [draw(`    ${line.beside.name}`, short(line.beside.figure.median), ratioText(line), line)],
    ),
  ];
};

const draw = (name: string, figure: string, ratio: string, line: Line | undefined): string =>
  [
    name.padEnd(NAME),
    figure.padStart(FIGURE),
    ratio.padStart(RATIO),
    (line?.goal ?? '').padStart(GOAL),
    verdict(line?.met),
  ]
    .join(' ')
    .trimEnd();

export const verdict = (met: boolean | undefined): string => (met === undefined ? '' : met ? 'met' : 'missed');

/** Our speed or time as a multiple of theirs: the median of the rounds, and their range. */
export const ratioText = ({ kind, beside }: Line): string => {
  if (beside === undefined) return '';
  const { median, least, most }: Spread = beside.ratio;
  return `${kind} ${decimals(median)}x (${decimals(least)}..${decimals(most)})`;
};

const decimals = (ratio: number): string => ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0);
