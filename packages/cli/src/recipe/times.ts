import { Instant, LocalDate } from '@millrace/kernel';
import { Temporal } from 'temporal-polyfill';
import { type TimeUnit, UNIT, UNITS } from './time-format.js';

/** Reads a cell as a moment; `undefined` where it is none. */
export type ReadTime = (text: string) => Instant | undefined;

/**
 * A reader of times in a format.
 *
 * `iso` takes an offset or `Z` where there is one; a time without it, and a bare day, which is its
 * midnight, are of `zone`. What is finer than a millisecond is cut off. Where clocks go back the
 * earlier of two moments is meant; where they go forward, the time that the clock would have shown
 * had it not been moved. `days` are added on the calendar of `zone`.
 */
export const timeReader = (format: string, zone: string, days = 0): ReadTime => {
  const local = localReader(format);
  return (cell) => {
    const text = cell.trim();
    try {
      if (format === 'iso' && OFFSET.test(text)) {
        return asInstant(Temporal.Instant.from(text).toZonedDateTimeISO(zone).add({ days }).toInstant());
      }
      const plain = local(text)?.add({ days });
      return plain && asInstant(plain.toZonedDateTime(zone).toInstant());
    } catch {
      return undefined;
    }
  };
};

/** A reader of calendar days in a format; `iso` is `2026-11-24`. */
export const dateReader = (format: string): ((text: string) => LocalDate | undefined) => {
  const local = localReader(format);
  return (text) => {
    try {
      const day = local(text.trim())?.toPlainDate().toString();
      return LocalDate.is(day) ? day : undefined;
    } catch {
      return undefined;
    }
  };
};

const OFFSET = /^\d{4}-\d\d-\d\d[T ].*(?:Z|[+-]\d\d(?::?\d\d)?)$/;
const LOCAL = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?$/;

const asInstant = (instant: Temporal.Instant): Instant | undefined => {
  const text = instant.toString({ smallestUnit: 'millisecond' });
  return Instant.is(text) ? text : undefined;
};

type ReadLocal = (text: string) => Temporal.PlainDateTime | undefined;

const localReader = (format: string): ReadLocal =>
  format === 'iso'
    ? (text) => (LOCAL.test(text) ? Temporal.PlainDateTime.from(text) : undefined)
    : patternReader(format);

/** Units take one digit where they may stand with one, two where another unit follows or precedes at once. */
const patternReader = (format: string): ReadLocal => {
  const units = [...format.matchAll(UNIT)].map(([unit]) => unit as TimeUnit);
  const literals = format.split(UNIT);
  const digits = (unit: TimeUnit, i: number): string => {
    if (unit === 'yyyy' || unit === 'SSS') return `(\\d{${unit.length}})`;
    const apart = (i === 0 || literals[i] !== '') && (i === units.length - 1 || literals[i + 1] !== '');
    return apart ? '(\\d{1,2})' : '(\\d{2})';
  };
  const shape = new RegExp(
    `^${literals.map((literal, i) => escaped(literal) + (units[i] === undefined ? '' : digits(units[i], i))).join('')}$`,
  );
  return (text) => {
    const found = shape.exec(text);
    if (found === null) return undefined;
    const parts = { year: 0, month: 0, day: 0 };
    const said = Object.fromEntries(units.map((unit, i) => [UNITS[unit], Number(found[i + 1])]));
    return Temporal.PlainDateTime.from({ ...parts, ...said }, { overflow: 'reject' });
  };
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
