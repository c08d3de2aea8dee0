import * as E from 'fp-ts/lib/Either.js';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.js';
import { Instant as InstantCodec } from './instant.js';

/** How long a period is; a week is an ISO week, from Monday. */
export type Cadence = 'day' | 'week' | 'month' | 'quarter' | 'year';

/**
 * A half-open stretch of an organisation's calendar, `[start, end)`.
 *
 * Labels: `2026-11-24`, `2026-W48`, `2026-11`, `2026-Q4`, `2026`.
 *
 * @source metrics.md section 4, Q39; ISO 8601 weeks
 */
export interface Period {
  readonly cadence: Cadence;
  readonly label: string;
  readonly zone: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** Why there is no such period. */
export type PeriodError =
  | { readonly type: 'UnknownZone'; readonly zone: string }
  | { readonly type: 'NotAPeriod'; readonly label: string };

/** Whether `zone` is an IANA zone that is known here. */
export const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.from('2000-01-01T00:00Z').toZonedDateTimeISO(zone);
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
};

/** The period that a label names. */
export const parsePeriod = (label: string, zone: string): E.Either<PeriodError, Period> => {
  if (!isZone(zone)) return E.left({ type: 'UnknownZone', zone });
  const first = firstDay(label);
  return first === undefined
    ? E.left({ type: 'NotAPeriod', label })
    : E.right(periodFrom(first.day, first.cadence, zone));
};

/** The period of a cadence in which an instant falls. @throws RangeError for an unknown zone: check with {@link isZone}. */
export const periodAt = (instant: Instant, cadence: Cadence, zone: string): Period => {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  return periodFrom(startOf(day, cadence), cadence, zone);
};

/** The period after `period`, and before it where `by` is -1. */
export const shiftPeriod = ({ cadence, zone, start }: Period, by: number): Period => {
  const day = Temporal.Instant.from(start).toZonedDateTimeISO(zone).toPlainDate();
  return periodFrom(addPeriods(day, cadence, by), cadence, zone);
};

/**
 * {@link periodAt} for many instants of one cadence and zone: each period is worked out once, the
 * rest is comparing strings.
 */
export const periodFinder = (cadence: Cadence, zone: string): ((instant: Instant) => Period) => {
  const known = new Map<string, ReadonlyArray<Period>>();
  return (instant) => {
    const day = instant.slice(0, 10);
    const candidates = known.get(day) ?? [];
    const found = candidates.find(({ start, end }) => start <= instant && instant < end);
    if (found !== undefined) return found;
    const period = periodAt(instant, cadence, zone);
    known.set(day, [...candidates, period]);
    return period;
  };
};

const instantOf = (day: Temporal.PlainDate, zone: string): Instant => {
  const text = day.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' });
  if (InstantCodec.is(text)) return text;
  throw new RangeError(`outside the years 1 to 9999: ${text}`);
};

const periodFrom = (day: Temporal.PlainDate, cadence: Cadence, zone: string): Period => ({
  cadence,
  label: labelOf(day, cadence),
  zone,
  start: instantOf(day, zone),
  end: instantOf(addPeriods(day, cadence, 1), zone),
});

const startOf = (day: Temporal.PlainDate, cadence: Cadence): Temporal.PlainDate => {
  switch (cadence) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 });
    case 'month':
      return day.with({ day: 1 });
    case 'quarter':
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });
    case 'year':
      return day.with({ day: 1, month: 1 });
  }
};

const addPeriods = (day: Temporal.PlainDate, cadence: Cadence, by: number): Temporal.PlainDate => {
  switch (cadence) {
    case 'day':
      return day.add({ days: by });
    case 'week':
      return day.add({ days: 7 * by });
    case 'month':
      return day.add({ months: by });
    case 'quarter':
      return day.add({ months: 3 * by });
    case 'year':
      return day.add({ years: by });
  }
};

const pad = (value: number, digits: number): string => value.toString().padStart(digits, '0');

const labelOf = (day: Temporal.PlainDate, cadence: Cadence): string => {
  const year = pad(day.year, 4);
  switch (cadence) {
    case 'day':
      return `${year}-${pad(day.month, 2)}-${pad(day.day, 2)}`;
    case 'week':
      return `${pad(day.yearOfWeek ?? day.year, 4)}-W${pad(day.weekOfYear ?? 1, 2)}`;
    case 'month':
      return `${year}-${pad(day.month, 2)}`;
    case 'quarter':
      return `${year}-Q${(day.month - 1) / 3 + 1}`;
    case 'year':
      return year;
  }
};

interface FirstDay {
  readonly day: Temporal.PlainDate;
  readonly cadence: Cadence;
}

/** The first day of the period a label names; `undefined` unless the label is the one that period bears. */
const firstDay = (label: string): FirstDay | undefined => {
  const [, year, rest] = /^(\d{4})(?:-(.+))?$/.exec(label) ?? [];
  if (year === undefined) return undefined;
  const cadence = cadenceOf(rest);
  if (cadence === undefined) return undefined;
  try {
    const day = dayOf(Number(year), rest ?? '', cadence);
    return labelOf(day, cadence) === label ? { day, cadence } : undefined;
  } catch {
    return undefined;
  }
};

const cadenceOf = (rest: string | undefined): Cadence | undefined => {
  if (rest === undefined) return 'year';
  if (/^Q[1-4]$/.test(rest)) return 'quarter';
  if (/^W\d\d$/.test(rest)) return 'week';
  if (/^\d\d$/.test(rest)) return 'month';
  return /^\d\d-\d\d$/.test(rest) ? 'day' : undefined;
};

const dayOf = (year: number, rest: string, cadence: Cadence): Temporal.PlainDate => {
  const from = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  switch (cadence) {
    case 'day':
      return from(Number(rest.slice(0, 2)), Number(rest.slice(3)));
    case 'week':
      return startOf(from(1, 4), 'week').add({ days: 7 * (Number(rest.slice(1)) - 1) });
    case 'month':
      return from(Number(rest), 1);
    case 'quarter':
      return from(3 * Number(rest.slice(1)) - 2, 1);
    case 'year':
      return from(1, 1);
  }
};
