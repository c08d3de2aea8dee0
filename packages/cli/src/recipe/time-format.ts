/** What a time format may speak of, and how Temporal calls it. */
export const UNITS = {
  yyyy: 'year',
  MM: 'month',
  dd: 'day',
  HH: 'hour',
  mm: 'minute',
  ss: 'second',
  SSS: 'millisecond',
} as const;
export type TimeUnit = keyof typeof UNITS;

/** Finds the units of a format, one after another. */
export const UNIT = /yyyy|MM|dd|HH|mm|ss|SSS/g;

/** `iso`, or something with year, month and day in it, and no unit twice. */
export const TIME_FORMAT = '^(?:iso|(?!.*(yyyy|MM|dd|HH|mm|ss|SSS).*\\1)(?=.*yyyy)(?=.*MM)(?=.*dd).*)$';

const shape = new RegExp(TIME_FORMAT, 'u');

/** Whether times can be read by a format. */
export const isTimeFormat = (format: string): boolean => shape.test(format);
