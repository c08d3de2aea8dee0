import * as t from 'io-ts';

export interface InstantBrand {
  readonly Instant: unique symbol;
}

/**
 * A moment: UTC with three decimals and `Z`, as in `2026-11-24T09:00:00.000Z`, years 0001 to 9999.
 *
 * One form only, so that instants compare as strings. Importers convert; codecs refuse.
 */
export type Instant = t.Branded<string, InstantBrand>;

/** `0` stands for any digit. */
const SHAPE = '0000-00-00T00:00:00.000Z';
const ZERO = SHAPE.charCodeAt(0);

/** Whether `text` is an {@link Instant}: its form, and a day and time that exist. */
export const isInstant = (text: string): text is Instant =>
  text.length === SHAPE.length && (isCommon.test(text) || isRare(text));

/** Days that every month has, of years that are not told further: nearly all of them, at one look. */
const isCommon = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isRare = (text: string): boolean => {
  for (let i = 0; i < SHAPE.length; i++) {
    const code = text.charCodeAt(i);
    const wanted = SHAPE.charCodeAt(i);
    if (wanted === ZERO ? code < ZERO || code > ZERO + 9 : code !== wanted) return false;
  }
  return (
    isDate(number4(text, 0), number2(text, 5), number2(text, 8)) &&
    number2(text, 11) < 24 &&
    number2(text, 14) < 60 &&
    number2(text, 17) < 60
  );
};

/** {@link isInstant} as a codec. */
export const Instant = t.brand(t.string, (text): text is Instant => isInstant(text), 'Instant');

export interface LocalDateBrand {
  readonly LocalDate: unique symbol;
}

/** A calendar day without a zone, `2026-11-24`. */
export type LocalDate = t.Branded<string, LocalDateBrand>;

const isLocalDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && isDate(number4(text, 0), number2(text, 5), number2(text, 8));

/** A {@link LocalDate} as it stands in events and commands: a day that exists. */
export const LocalDate = t.brand(t.string, (text): text is LocalDate => isLocalDate(text), 'LocalDate');

/** Milliseconds since 1970-01-01T00:00:00.000Z. */
export const epochMillis = (instant: Instant): number =>
  daysFromCivil(number4(instant, 0), number2(instant, 5), number2(instant, 8)) * 86_400_000 +
  number2(instant, 11) * 3_600_000 +
  number2(instant, 14) * 60_000 +
  number2(instant, 17) * 1_000 +
  number2(instant, 20) * 10 +
  digit(instant, 22);

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a < b ? b : a);

const digit = (text: string, at: number): number => text.charCodeAt(at) - ZERO;
const number2 = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);
const number4 = (text: string, at: number): number => number2(text, at) * 100 + number2(text, at + 2);

const isDate = (year: number, month: number, day: number): boolean =>
  year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days since 1970-01-01 in the proleptic Gregorian calendar. @source H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" */
const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};
