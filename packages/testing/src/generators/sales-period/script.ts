/** What is asked in a generated history of sales periods. */
import type { Period } from '@millrace/kernel';
import fc from 'fast-check';
import { bodyCommands, pledgesOf } from './commands.js';
import type { Line } from './line.js';
import { asOperator, openingOf } from './opening.js';
import { type Calendar, calendarOf, instantIn, maybe, zones } from './times.js';
import { later } from './world.js';

/** Everything asked in a history, in order of time. */
export interface SalesPeriodScript {
  readonly zone: string;
  readonly lines: ReadonlyArray<Line>;
}

/** How long generated scripts are, and where they are set. */
export interface SalesPeriodOptions {
  /** One of the zones; any of Shanghai, New York and Berlin where left out. */
  readonly zone?: string;
  /** Commands beside the opening, the pledges and the settlements at most; 60 when left out. */
  readonly length?: number;
}

const DAY = 86_400_000;

/**
 * A quarter and its months, sworn, worked, settled and adjusted: leavers, changes of team, refunds after
 * the close, split and foreign credit, back-dating, and instants at the ends of months and at clock changes.
 */
export const salesPeriodScripts = ({ zone, length = 60 }: SalesPeriodOptions = {}): fc.Arbitrary<SalesPeriodScript> =>
  fc.oneof(
    ...(zone === undefined ? zones : [zone]).flatMap((where) =>
      ['2026-Q1', '2026-Q4'].map((quarter) =>
        linesOf(calendarOf(quarter, where), length).map((lines) => ({ zone: where, lines })),
      ),
    ),
  );

const linesOf = (calendar: Calendar, length: number): fc.Arbitrary<ReadonlyArray<Line>> => {
  const [quarter, next] = calendar.quarters as readonly [Period, Period];
  const opening = later(quarter.start, -60 * DAY);
  const end = later(next.end, 10 * DAY);
  const body = fc.record({
    asked: bodyCommands(calendar),
    now: instantIn(calendar, later(opening, 1), end),
    back: maybe(instantIn(calendar, opening, next.end), 2, 3),
    roll: fc.nat({ max: 2 ** 31 - 1 }),
  });
  const bodies = fc.array(body, { minLength: Math.floor(length / 3), maxLength: length, size: 'max' });
  return fc
    .tuple(openingOf(calendar, opening), pledgesOf(calendar, later(opening, 1)), settlementsOf(calendar), bodies)
    .map(([first, sworn, settled, drawn]) => {
      const rest = drawn.map(({ asked, now, back, roll }) => ({
        ...asked,
        now,
        effectiveAt: back !== undefined && back < now ? back : now,
        roll,
      }));
      return [...first, ...sworn, ...settled, ...rest].sort((a, b) => (a.now < b.now ? -1 : a.now > b.now ? 1 : 0));
    });
};

/** Each period is settled at its end or within days, the last month and quarter so that late entries are posted. */
const settlementsOf = ({ months, quarters }: Calendar): fc.Arbitrary<ReadonlyArray<Line>> =>
  fc.tuple(
    ...[...months, ...quarters].map(({ label, end }) =>
      fc.constantFrom(0, 1, 3 * DAY, 6 * DAY).map((after): Line => {
        return asOperator({ type: 'settle', period: label }, later(end, after));
      }),
    ),
  );
