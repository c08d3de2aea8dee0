import type { Period } from '@millrace/kernel';
import type { BoardMeasure, CreditBasis } from '@millrace/sales';
import { type LineOf, lineFinder, type UnitAt, unitFinder } from '../organisation/index.js';
import { eachMark } from './marks.js';
import type { BoardDocuments, BoardQuestion } from './question.js';
import { type Scores, scoring } from './scores.js';

/** The scores of a board, on a basis: by its measure, and by revenue. Each is read once. */
export interface Reading {
  readonly unitAt: UnitAt;
  readonly lineOf: LineOf;
  readonly worth: (basis: CreditBasis) => Scores;
  readonly credited: (basis: CreditBasis) => Scores;
}

/** A measure by which marks are made; attainment is credit set against a target. */
export const markedBy = (measure: BoardMeasure): Exclude<BoardMeasure, 'attainment'> =>
  measure === 'attainment' ? 'credited' : measure;

/** Reads the documents of a board. */
export const readingOf = (documents: BoardDocuments, question: BoardQuestion, period: Period | undefined): Reading => {
  const { measure, under } = question.definition;
  const unitAt = unitFinder(documents.organisation);
  const lineOf = lineFinder(documents.organisation);
  const known = new Map<string, Scores>();
  const read = (marked: ReturnType<typeof markedBy>, basis: CreditBasis): Scores => {
    const key = `${marked} ${basis}`;
    const standing = known.get(key);
    if (standing !== undefined) return standing;
    const { scores, enter } = scoring(unitAt, lineOf, under);
    eachMark(documents, marked, { ...question, period, basis }, enter);
    known.set(key, scores);
    return scores;
  };
  return {
    unitAt,
    lineOf,
    worth: (basis) => read(markedBy(measure), basis),
    credited: (basis) => read('credited', basis),
  };
};
