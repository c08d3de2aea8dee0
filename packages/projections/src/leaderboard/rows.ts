import { type Currency, fromBigInt, type Money, type MoneyError } from '@millrace/kernel';
import type { BoardMeasure } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { byText } from '../count.js';
import type { BoardRow, BoardValue } from './board.js';
import { ranked, type Score, whole } from './rank.js';
import type { Aim } from './targets.js';

/** What is known of a participant before ranking. @units minor units, or a count */
export interface Candidate {
  readonly id: string;
  readonly name: string | null;
  readonly worth: bigint;
  readonly credited: bigint;
  readonly aim: Aim | undefined;
}

/** How candidates become rows. */
export interface RowRules {
  readonly measure: BoardMeasure;
  readonly ranking: Parameters<typeof ranked>[1];
  readonly currency: Currency;
}

type InPlace = Candidate & { readonly rank: number | null };

/** Ranks the candidates; who has no target on a board by attainment comes last, unranked. @source LDB-2, LDB-8 */
export const rowsOf = (
  candidates: ReadonlyArray<Candidate>,
  { measure, ranking, currency }: RowRules,
): E.Either<MoneyError, ReadonlyArray<BoardRow>> => {
  const scored = candidates.map((candidate) => ({ ...candidate, score: scoreBy(measure, candidate) }));
  const unranked = scored.filter(({ score }) => score === undefined).sort((a, b) => byText(a.id, b.id));
  const inOrder: ReadonlyArray<InPlace> = [
    ...ranked(scored.filter(isScored), ranking),
    ...unranked.map((candidate) => ({ ...candidate, rank: null })),
  ];
  const rows: Array<BoardRow> = [];
  for (const candidate of inOrder) {
    const row = rowOf(candidate, measure, currency);
    if (E.isLeft(row)) return row;
    rows.push(row.right);
  }
  return E.right(rows);
};

const isScored = <C extends { readonly score: Score | undefined }>(one: C): one is C & { readonly score: Score } =>
  one.score !== undefined;

const scoreBy = (measure: BoardMeasure, { worth, aim }: Candidate): Score | undefined => {
  if (measure !== 'attainment') return whole(worth);
  return aim && { numerator: worth, denominator: minorOf(aim.target) };
};

const minorOf = (target: Money | number): bigint => BigInt(typeof target === 'number' ? target : target.minor);

const rowOf = (
  { rank, id, name, worth, credited, aim }: InPlace,
  measure: BoardMeasure,
  currency: Currency,
): E.Either<MoneyError, BoardRow> => {
  const earned = fromBigInt(credited, currency);
  if (E.isLeft(earned)) return earned;
  const value = boardValue(measure, worth, aim, currency);
  if (E.isLeft(value)) return value;
  return E.right({ rank, id, name, value: value.right, credited: earned.right, ...(aim && progress(worth, aim)) });
};

/** Counts are numbers of events, far from any limit. */
const boardValue = (
  measure: BoardMeasure,
  worth: bigint,
  aim: Aim | undefined,
  currency: Currency,
): E.Either<MoneyError, BoardValue> => {
  if (isCount(measure)) return E.right(Number(worth));
  const amount = fromBigInt(worth, currency);
  if (measure !== 'attainment' || E.isLeft(amount)) return amount;
  return E.right({
    numerator: amount.right.minor,
    denominator: aim === undefined ? 0 : Number(minorOf(aim.target)),
  });
};

/** Whether a measure counts entries, not money. */
export const isCount = (measure: BoardMeasure): boolean =>
  measure === 'prospects' || measure === 'shoppers' || measure === 'buyers';

/** Whether a measure is set against what was pledged. */
export const targetsMoney = (measure: BoardMeasure): boolean => measure === 'credited' || measure === 'attainment';

const progress = (worth: bigint, { target, targetFrom }: Aim) => {
  const aimed = minorOf(target);
  return { target, targetFrom, attainmentBp: basisPoints(worth, aimed), met: worth >= aimed };
};

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** `part / whole`, floored also below zero, and kept within the safe range. @units basis points */
const basisPoints = (part: bigint, whole: bigint): number => {
  const scaled = part * 10_000n;
  const quotient = scaled / whole;
  const floor = scaled < 0n && quotient * whole !== scaled ? quotient - 1n : quotient;
  if (floor > MOST) return Number(MOST);
  return Number(floor < -MOST ? -MOST : floor);
};
