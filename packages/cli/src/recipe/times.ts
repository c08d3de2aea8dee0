import { Instant, LocalDate } from '@millrace/kernel';
import { Temporal } from 'temporal-polyfill';

/** Reads a cell as a moment; `undefined` where it is none. */
export type ReadTime = (text: string) => Instant | undefined;

const UNITS = {
  yyyy: 'year',
  MM: 'month',
  dd: 'day',
  HH: 'hour',
  mm: 'minute',
  ss: 'second',
  SSS: 'millisecond',
} as const;
type Unit = (typeof UNITS)[keyof typeof UNITS];

/** Whether a pattern says at least year, month and day, and nothing twice. */
export const isTimePattern = (format: string): boolean => {
  const units = [...format.matchAll(TOKEN)].map(([token]) => token);
  return new Set(units).size === units.length && ['yyyy', 'MM', 'dd'].every((token) => units.includes(token));
};

const TOKEN = /yyyy|MM|dd|HH|mm|ss|SSS/g;

/**
 * A reader of times in a format.
 *
 * `iso` takes an offset or `Z` where there is one; a time without it, and a bare day, which is its
 * midnight, are of `zone`. What is finer than a millisecond is cut off. Where clocks go back the
 * earlier of two moments is meant, where they go forward the one after the gap.
 */
export const timeReader = (format: string, zone: string): ReadTime => {
  const local = format === 'iso' ? isoLocal : localReader(format);
  return (text) => {
    try {
      if (format === 'iso' && OFFSET.test(text)) return asInstant(Temporal.Instant.from(text));
      const plain = local(text.trim());
      return plain === undefined ? undefined : asInstant(plain.toZonedDateTime(zone).toInstant());
    } catch {
      return undefined;
    }
  };
};

/** A reader of calendar days in a format; `iso` is `2026-11-24`. */
export const dateReader = (format: string): ((text: string) => LocalDate | undefined) => {
  const local = format === 'iso' ? isoLocal : localReader(format);
  return (text) => {
    try {
      const day = local(text.trim())?.toPlainDate().toString();
      return LocalDate.is(day) ? day : undefined;
    } catch {
      return undefined;
    }
  };
};

const OFFSET = /T.*(Z|[+-]\d\d:?\d\d)$/;
const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?$/;

const isoLocal = (text: string): Temporal.PlainDateTime | undefined =>
  ISO.test(text) ? Temporal.PlainDateTime.from(text.replace(' ', 'T')) : undefined;

const asInstant = (instant: Temporal.Instant): Instant | undefined => {
  const text = instant.toString({ smallestUnit: 'millisecond' });
  return Instant.is(text) ? text : undefined;
};

const localReader = (format: string): ((text: string) => Temporal.PlainDateTime | undefined) => {
  const units: Array<Unit> = [];
  const source = format.replace(/yyyy|MM|dd|HH|mm|ss|SSS|[^a-zA-Z0-9\s]|./g, (part) => {
    const unit = UNITS[part as keyof typeof UNITS];
    if (unit === undefined) return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    units.push(unit);
    return part === 'yyyy' ? '(\\d{4})' : part === 'SSS' ? '(\\d{3})' : '(\\d{1,2})';
  });
  const shape = new RegExp(`^${source}$`);
  return (text) => {
    const found = shape.exec(text);
    if (found === null) return undefined;
    const parts = {
      year: 0,
      month: 1,
      day: 1,
      ...Object.fromEntries(units.map((unit, i) => [unit, Number(found[i + 1])])),
    };
    return Temporal.PlainDateTime.from(parts, { overflow: 'reject' });
  };
};
