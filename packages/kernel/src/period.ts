import * as E from 'fp-ts/lib/Either.js';
import { Temporal } from 'temporal-polyfill';
import { type Cadence, cadences } from './cadence.js';
import { type Instant, isInstant } from './instant.js';

/**
 * A half-open stretch of an organisation's calendar, `[start, end)`.
 *
 * The periods of a cadence and a zone follow each other without gap or overlap. A day that a zone
 * left out is an empty period.
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
  /** Not a label, or one of a period that reaches out of the years 1 to 9999 of UTC. */
  | { readonly type: 'NotAPeriod'; readonly label: string };

/** Whether `zone` is the name of an IANA zone that is known here, spelled as IANA does. */
export const isZone = (zone: string): boolean => {
  try {
    // Temporal also takes offsets, other letter cases and whole timestamps.
    return (
      !/^[+-]/.test(zone) && Temporal.Instant.from('2000-01-01T00:00Z').toZonedDateTimeISO(zone).timeZoneId === zone
    );
  } catch {
    return false;
  }
};

/** The period that a label names. */
export const parsePeriod = (label: string, zone: string): E.Either<PeriodError, Period> => {
  if (!isZone(zone)) return E.left({ type: 'UnknownZone', zone });
  const cadence = cadenceNames.find((name) => cadences[name].look.test(label));
  if (cadence === undefined) return E.left({ type: 'NotAPeriod', label });
  try {
    const period = periodFrom(cadences[cadence].firstDay(label), cadence, zone);
    return period.label === label ? E.right(period) : E.left({ type: 'NotAPeriod', label });
  } catch {
    return E.left({ type: 'NotAPeriod', label });
  }
};

/**
 * The period of a cadence in which an instant falls.
 *
 * Where clocks go back over midnight, the hour that is repeated belongs to the later day.
 *
 * @throws RangeError for an unknown zone (check with {@link isZone}), and for a period that reaches
 * out of the years 1 to 9999 of UTC.
 */
export const periodAt = (instant: Instant, cadence: Cadence, zone: string): Period => {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  const period = periodFrom(cadences[cadence].startOf(day), cadence, zone);
  return instant < period.end ? period : shiftPeriod(period, 1);
};

/** The period `by` after `period`, or before it where `by` is below zero. @throws RangeError out of the years 1 to 9999 of UTC. */
export const shiftPeriod = ({ cadence, zone, label }: Period, by: number): Period => {
  const { firstDay, shift } = cadences[cadence];
  return periodFrom(shift(firstDay(label), by), cadence, zone);
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

const cadenceNames = Object.keys(cadences) as ReadonlyArray<Cadence>;

const periodFrom = (day: Temporal.PlainDate, cadence: Cadence, zone: string): Period => {
  const { labelOf, shift } = cadences[cadence];
  return { cadence, label: labelOf(day), zone, start: startOfDay(day, zone), end: startOfDay(shift(day, 1), zone) };
};

/** The first instant of a day, at whatever time the clocks of the zone show then. */
const startOfDay = (day: Temporal.PlainDate, zone: string): Instant => {
  const text = day.toZonedDateTime(zone).toInstant().toString({ smallestUnit: 'millisecond' });
  if (isInstant(text)) return text;
  throw new RangeError(`outside the years 1 to 9999: ${text}`);
};
