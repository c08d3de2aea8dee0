import { resolve } from 'node:path';
import type { KnownAt } from '@millrace/engine';
import { type Instant, parsePeriod } from '@millrace/kernel';
import { PeriodLabel } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from './failure.js';
import type { Io } from './io.js';
import { timeReader } from './recipe/times.js';

/** The database that is meant: `--db`, else `MILLRACE_STORE`, else `./millrace.db`. */
export const databaseFile = (db: string | undefined, { env, cwd }: Io): string =>
  resolve(cwd, db ?? (env['MILLRACE_STORE'] || 'millrace.db'));

const MOMENT = '2026-11-24T09:00:00Z | 2026-11-24';

/** A moment: ISO 8601 with an offset, or without one, or a bare day (its midnight), of `zone`. */
export const readAsOf = (text: string, zone: string): E.Either<Failure, Instant> => {
  const instant = timeReader('iso', zone)(text);
  if (instant !== undefined) return E.right(instant);
  return E.left({ type: 'BadOption', option: '--as-of', expected: MOMENT, found: text });
};

/** What was known: a position in the log, or a time of recording. */
export const readKnownAt = (text: string, zone: string): E.Either<Failure, KnownAt> => {
  if (/^\d{1,15}$/.test(text)) return E.right({ position: Number(text) });
  const time = timeReader('iso', zone)(text);
  if (time !== undefined) return E.right({ time });
  return E.left({ type: 'BadOption', option: '--known-at', expected: `7 | ${MOMENT}`, found: text });
};

const STRETCH = '2026-11-24 | 2026-W48 | 2026-11 | 2026-Q4 | 2026';

const readStretchOr = (text: string, others: ReadonlyArray<string>): E.Either<Failure, string> => {
  if (others.includes(text) || E.isRight(parsePeriod(text, 'UTC'))) return E.right(text);
  const expected = [STRETCH, ...others].join(' | ');
  return E.left({ type: 'BadOption', option: '--period', expected, found: text });
};

/** Any stretch of the calendar. */
export const readStretch = (text: string): E.Either<Failure, string> => readStretchOr(text, []);

/** Any stretch of the calendar that a board may be of. */
export const readBoardPeriod = (text: string): E.Either<Failure, string> => readStretchOr(text, ['all']);

/** A month or quarter, for which pledges are sworn. */
export const readPeriod = (text: string): E.Either<Failure, string> =>
  PeriodLabel.is(text)
    ? E.right(text)
    : E.left({ type: 'BadOption', option: '--period', expected: '2026-11 | 2026-Q4', found: text });
