import { type Instant, type Period, periodAt, shiftPeriod } from '@millrace/kernel';
import type { CreditBasis } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { byText } from '../count.js';
import type { BoardError, BoardRow } from './board.js';
import { candidatesOf } from './candidates.js';
import { eachMark } from './marks.js';
import { type BoardDocuments, type BoardQuestion, periodOf } from './question.js';
import { markedBy, type Reading, readingOf } from './reading.js';
import { rowsOf } from './rows.js';
import { type Scoring, scoring } from './scores.js';
import { visibleRows } from './visibility.js';

/** How a board stood at the end of a day. */
export interface TrailDay {
  readonly day: string;
  readonly rows: ReadonlyArray<Pick<BoardRow, 'rank' | 'id' | 'value'>>;
}

/**
 * A board day by day, for charts: on each day of the period up to the as-of time, what had counted by
 * the end of it. Of all time, the days from the first that counts to the last.
 *
 * Whoever takes part in the board takes part every day; the last day is the board itself.
 *
 * @source ORG-45, ORG-46
 */
export const trail = (
  documents: BoardDocuments,
  question: BoardQuestion,
): E.Either<BoardError, ReadonlyArray<TrailDay>> => {
  const { definition, currency, viewer } = question;
  const period = periodOf(definition);
  if (E.isLeft(period)) return period;
  const growing = growingReading(documents, question, period.right);
  const days: Array<TrailDay> = [];
  for (const { label, end } of daysOf(question, period.right, growing.span(definition.basis))) {
    growing.advance(end);
    const candidates = candidatesOf(documents, question, period.right, growing.reading);
    const rows = rowsOf(candidates, { ...definition, currency });
    if (E.isLeft(rows)) return rows;
    const visible = visibleRows(rows.right, definition.visibility, viewer);
    days.push({ day: label, rows: visible.map(({ rank, id, value }) => ({ rank, id, value })) });
  }
  return E.right(days);
};

interface Mark {
  readonly person: string | null;
  readonly at: Instant;
  readonly worth: number;
}

/** Marks in the order of time, of which the first `entered` are in the scores. */
interface Growth {
  readonly marks: ReadonlyArray<Mark>;
  readonly scoring: Scoring;
  entered: number;
}

/** A reading that knows of what happened before an instant, which moves on. */
const growingReading = (documents: BoardDocuments, question: BoardQuestion, period: Period | undefined) => {
  const { unitAt, lineOf } = readingOf(documents, question, period);
  const { measure, under } = question.definition;
  const growths = new Map<CreditBasis, Growth>();
  let known: Instant | undefined;

  const enter = (growth: Growth): void => {
    for (; growth.entered < growth.marks.length; growth.entered++) {
      const mark = growth.marks[growth.entered];
      if (mark === undefined || known === undefined || mark.at >= known) return;
      growth.scoring.enter(mark.person, mark.at, mark.worth);
    }
  };
  const growthOn = (basis: CreditBasis): Growth => {
    const standing = growths.get(basis);
    if (standing !== undefined) return standing;
    const marks: Array<Mark> = [];
    const keep = (person: string | null, at: Instant, worth: number) => void marks.push({ person, at, worth });
    eachMark(documents, markedBy(measure), { ...question, period, basis }, keep);
    marks.sort((a, b) => byText(a.at, b.at));
    const growth = { marks, scoring: scoring(unitAt, lineOf, under), entered: 0 };
    growths.set(basis, growth);
    enter(growth);
    return growth;
  };
  const worth: Reading['worth'] = (basis) => growthOn(basis).scoring.scores;
  return {
    reading: { unitAt, lineOf, worth, credited: worth },
    advance: (end: Instant): void => {
      known = end;
      for (const growth of growths.values()) enter(growth);
    },
    span: (basis: CreditBasis): Stretch => {
      const { marks } = growthOn(basis);
      return { first: marks[0]?.at, last: marks.at(-1)?.at };
    },
  };
};

/** When the first and the last mark were made; nothing where there is none. */
interface Stretch {
  readonly first: Instant | undefined;
  readonly last: Instant | undefined;
}

const daysOf = (
  { definition: { zone }, asOf }: BoardQuestion,
  period: Period | undefined,
  { first, last }: Stretch,
): ReadonlyArray<Period> => {
  const from = period === undefined ? first : period.start;
  const goesOn = ({ start }: Period): boolean =>
    period === undefined ? last !== undefined && start <= last : start < period.end && start <= asOf;
  const days: Array<Period> = [];
  if (from === undefined || from > asOf) return days;
  for (let day = periodAt(from, 'day', zone); goesOn(day); day = shiftPeriod(day, 1)) days.push(day);
  return days;
};
