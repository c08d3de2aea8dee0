/** Instants that are hard to place: boundaries in one zone and another, and where clocks are moved. */
import { type Instant, type Period, parsePeriod, shiftPeriod } from '@millrace/kernel';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { later } from './world.js';

/** A zone without summer time, and two whose clocks change at different times. */
export const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin'] as const;

/** Clocks go ahead, and back, in New York and in Berlin. */
const clockChanges = [
  '2026-03-08T07:00:00.000Z',
  '2026-11-01T06:00:00.000Z',
  '2026-03-29T01:00:00.000Z',
  '2026-10-25T01:00:00.000Z',
] as ReadonlyArray<string> as ReadonlyArray<Instant>;

/** The calendar of a generated history: a quarter with its months, and what comes after for late entries. */
export interface Calendar {
  readonly zone: string;
  readonly months: ReadonlyArray<Period>;
  readonly quarters: ReadonlyArray<Period>;
}

/** The quarter named, its three months, and the month and the quarter after. @throws RangeError for no quarter. */
export const calendarOf = (quarter: string, zone: string): Calendar => {
  const first = periodOf(quarter, zone);
  const month = periodOf(`${quarter.slice(0, 4)}-${String(3 * Number(quarter.slice(-1)) - 2).padStart(2, '0')}`, zone);
  return {
    zone,
    months: [0, 1, 2, 3].map((by) => shiftPeriod(month, by)),
    quarters: [first, shiftPeriod(first, 1)],
  };
};

const periodOf = (label: string, zone: string): Period => {
  const period = parsePeriod(label, zone);
  if (E.isLeft(period)) throw new RangeError(`no period ${label} of ${zone}`);
  return period.right;
};

/** An instant of `[from, to]`, often one at, just before or just after a boundary. */
export const instantIn = ({ months, quarters }: Calendar, from: Instant, to: Instant): fc.Arbitrary<Instant> => {
  const boundaries = [
    ...[...months, ...quarters].flatMap(({ label, start, end }) => {
      const elsewhere = label.includes('Q') ? [] : zones.map((zone) => periodOf(label, zone).start);
      return [start, end, ...elsewhere];
    }),
    ...clockChanges,
  ];
  const near = boundaries.flatMap((at) => [later(at, -1), at, later(at, 1)]).filter((at) => from <= at && at <= to);
  const length = Date.parse(to) - Date.parse(from);
  const anywhere = fc.nat({ max: length }).map((by) => later(from, by));
  return near.length === 0
    ? anywhere
    : fc.oneof({ weight: 3, arbitrary: anywhere }, { weight: 1, arbitrary: fc.constantFrom(...near) });
};

/** A value `times` in `of`, else none; `fc.option` would give none the more often the deeper it stands. */
export const maybe = <T>(value: fc.Arbitrary<T>, times = 1, of = 2): fc.Arbitrary<T | undefined> =>
  fc.tuple(value, fc.nat({ max: of - 1 })).map(([found, roll]) => (roll < times ? found : undefined));
