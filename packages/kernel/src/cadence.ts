import { Temporal } from 'temporal-polyfill';

/** How long a period is; a week is an ISO week, from Monday. */
export type Cadence = 'day' | 'week' | 'month' | 'quarter' | 'year';

type Day = Temporal.PlainDate;

/** How periods of one cadence lie in the calendar, and how they are labelled. */
export interface CadenceRules {
  /** What labels look like; one of that look may still name no period. */
  readonly look: RegExp;
  /** The first day of the period that a label of that look names. @throws RangeError for a day that does not exist. */
  readonly firstDay: (label: string) => Day;
  /** The first day of the period that `day` is in. */
  readonly startOf: (day: Day) => Day;
  /** The first day `by` periods after the one that begins on `day`. */
  readonly shift: (day: Day, by: number) => Day;
  /** The label of the period that begins on `day`. */
  readonly labelOf: (day: Day) => string;
}

const dayOf = (year: number, month: number, day: number): Day =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });

const pad = (value: number, digits: number): string => value.toString().padStart(digits, '0');
const yearIn = (label: string): number => Number(label.slice(0, 4));

const quarterOf = (day: Day): number => Math.ceil(day.month / 3);
const mondayOf = (day: Day): Day => day.subtract({ days: day.dayOfWeek - 1 });

/** @source ISO 8601-1:2019; the year of a week is the year of its Thursday */
export const cadences: { readonly [C in Cadence]: CadenceRules } = {
  day: {
    look: /^\d{4}-\d\d-\d\d$/,
    firstDay: (label) => dayOf(yearIn(label), Number(label.slice(5, 7)), Number(label.slice(8))),
    startOf: (day) => day,
    shift: (day, by) => day.add({ days: by }),
    labelOf: (day) => `${pad(day.year, 4)}-${pad(day.month, 2)}-${pad(day.day, 2)}`,
  },
  week: {
    look: /^\d{4}-W\d\d$/,
    firstDay: (label) => mondayOf(dayOf(yearIn(label), 1, 4)).add({ weeks: Number(label.slice(6)) - 1 }),
    startOf: mondayOf,
    shift: (day, by) => day.add({ weeks: by }),
    labelOf: (day) => {
      const thursday = day.add({ days: 3 });
      return `${pad(thursday.year, 4)}-W${pad(Math.ceil(thursday.dayOfYear / 7), 2)}`;
    },
  },
  month: {
    look: /^\d{4}-\d\d$/,
    firstDay: (label) => dayOf(yearIn(label), Number(label.slice(5)), 1),
    startOf: (day) => day.with({ day: 1 }),
    shift: (day, by) => day.add({ months: by }),
    labelOf: (day) => `${pad(day.year, 4)}-${pad(day.month, 2)}`,
  },
  quarter: {
    look: /^\d{4}-Q\d$/,
    firstDay: (label) => dayOf(yearIn(label), 3 * Number(label.slice(6)) - 2, 1),
    startOf: (day) => day.with({ day: 1, month: 3 * quarterOf(day) - 2 }),
    shift: (day, by) => day.add({ months: 3 * by }),
    labelOf: (day) => `${pad(day.year, 4)}-Q${quarterOf(day)}`,
  },
  year: {
    look: /^\d{4}$/,
    firstDay: (label) => dayOf(yearIn(label), 1, 1),
    startOf: (day) => day.with({ day: 1, month: 1 }),
    shift: (day, by) => day.add({ years: by }),
    labelOf: (day) => pad(day.year, 4),
  },
};
