import type { Currency, Money } from '@millrace/kernel';
import type { BoardRow } from '@millrace/projections';
import type { LeaderboardAnswer } from 'millrace';
import { amountOf, areWhole, figureOf, percentOf } from '../render/money.js';
import { type Answer, line, type Session, table } from '../session.js';

interface BoardColumn {
  readonly head: string;
  readonly cell: (row: BoardRow) => string;
}

/** Prints a leaderboard for people: what it ranks by first, bars for it beside. */
export const printLeaderboard = (session: Session, { found, names }: Answer<LeaderboardAnswer>): void => {
  const { words } = session.texts;
  const { period, measure, asOf, knownAt, rows } = found;
  const time = names.time(asOf);
  line(session, 'asOfBoard', { period, measure: words[measure], time, zone: names.zone, knownAt });
  const figures = columnsOf(session, found);
  table(session, {
    head: [words.rank, words.id, words.name, ...figures.map(({ head }) => head)],
    rows: rows.map((row) => [
      row.rank === null ? '–' : String(row.rank),
      row.id ?? '…',
      row.name ?? '',
      ...figures.map(({ cell }) => cell(row)),
    ]),
    bars: rows.map(weightOf),
    figures: [0, ...figures.map((_, i) => i + 3)],
  });
  line(session, 'total', { total: said(found.total), unassigned: said(found.unassigned) });
};

/** What is ranked by, the credit where that is something else, and the target where anybody has one. */
const columnsOf = (
  { texts: { words } }: Session,
  { measure, currency, rows }: LeaderboardAnswer,
): ReadonlyArray<BoardColumn> => {
  const amounts = rows.flatMap(({ credited, target, value }) => [credited, target, value]).filter(isMoney);
  const whole = areWhole(amounts);
  const shown = (value: Money | number | undefined): string =>
    value === undefined ? '' : typeof value === 'number' ? String(value) : figureOf(value, whole);
  const attained: BoardColumn = {
    head: words.attainment,
    cell: ({ attainmentBp }) => (attainmentBp === undefined ? '' : percentOf(attainmentBp)),
  };
  const target: BoardColumn = { head: words.target, cell: (row) => shown(row.target) };
  const credited: BoardColumn = { head: inCurrency(words.credited, currency), cell: (row) => shown(row.credited) };
  if (measure === 'attainment') return [attained, credited, target];
  const value: BoardColumn = {
    head: rows.some((row) => isMoney(row.value)) ? inCurrency(words[measure], currency) : words[measure],
    cell: (row) => (isRatio(row.value) ? '' : shown(row.value)),
  };
  return [
    value,
    ...(measure === 'credited' ? [] : [credited]),
    ...(rows.some((row) => row.target !== undefined) ? [target, attained] : []),
  ];
};

const inCurrency = (word: string, currency: Currency): string => `${word} (${currency})`;

const isMoney = (value: BoardRow['value'] | undefined): value is Money => typeof value === 'object' && 'minor' in value;

const isRatio = (value: BoardRow['value']): value is Exclude<BoardRow['value'], Money | number> =>
  typeof value === 'object' && 'numerator' in value;

const weightOf = ({ value, attainmentBp }: BoardRow): number => {
  if (typeof value === 'number') return value;
  return Math.max(0, isMoney(value) ? value.minor : (attainmentBp ?? 0));
};

const said = (value: Money | number): string => (typeof value === 'number' ? String(value) : amountOf(value));
