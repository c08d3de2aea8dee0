import type { Instant } from '@millrace/kernel';
import { pledgeBoard } from '@millrace/projections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CNY, credit, documentsOf, join, newLog, on, openPeriod, refund, swear } from '../support/sales-story.js';
import { right } from '../support/settle.js';

const asked = (period: string, asOf: string, zone = 'Asia/Shanghai') => ({
  period,
  asOf: asOf as Instant,
  currency: CNY,
  zone,
});

/** The one row of a board on which a target was sworn and an amount credited, some of it taken back. */
const rowOf = (target: number, credited: number, refunded: number, asOf: string) => {
  const log = newLog().tell(
    ...join(on(1, 2), 'ada'),
    openPeriod(on(10, 1), '2026-11'),
    swear(on(10, 20), '2026-11', 'ada', target),
    ...(credited === 0 ? [] : [credit(on(11, 2), 's', credited, { ada: 1 })]),
    ...(refunded === 0 ? [] : [refund(on(11, 3), 's', refunded)]),
  );
  const { rows, daysLeft } = right(pledgeBoard(documentsOf(log), asked('2026-11', asOf)));
  const [row] = rows;
  if (row === undefined) throw new TypeError('no row');
  return { ...row, daysLeft };
};

describe('the progress of a pledge', () => {
  it('PLG-12 law: 100 % is shown exactly where the target is achieved, and never more than there is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.integer({ min: -2, max: 2 }),
        fc.nat({ max: 3 }),
        (target, beside, refunded) => {
          const credited = Math.max(0, target + beside);
          const { attainmentBp, achieved } = rowOf(target, credited, Math.min(refunded, credited), on(11, 10));
          expect(attainmentBp >= 10_000).toBe(achieved.minor >= target);
          const [shown, exact] = [BigInt(attainmentBp) * BigInt(target), BigInt(achieved.minor) * 10_000n];
          expect(shown <= exact && exact < shown + BigInt(target)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('PLG-12 law: the daily pace over the days left reaches the target, and a fen less a day does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.nat({ max: 1_200_000 }),
        fc.integer({ min: 3, max: 30 }),
        (target, credited, day) => {
          const { dailyPace, achieved, daysLeft } = rowOf(target, credited, 0, on(11, day));
          const pace = dailyPace?.minor ?? Number.NaN;
          expect(daysLeft).toBe(31 - day);
          expect(achieved.minor + pace * daysLeft).toBeGreaterThanOrEqual(target);
          expect(pace === 0 || achieved.minor + (pace - 1) * daysLeft < target).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('PLG-12 floors, below zero too: a refund by largest remainder may take a fen more than was given', () => {
    const log = newLog().tell(
      ...['ada', 'bob', 'cy'].flatMap((person) => join(on(1, 2), person)),
      openPeriod(on(10, 1), '2026-11'),
      ...['ada', 'bob', 'cy'].map((person) => swear(on(10, 20), '2026-11', person, 3)),
      credit(on(11, 2), 's', 11, { ada: 6, bob: 6, cy: 2 }),
      refund(on(11, 3), 's', 10),
    );
    const { rows } = right(pledgeBoard(documentsOf(log), asked('2026-11', on(11, 4))));
    expect(rows.map(({ person, achieved, attainmentBp }) => [person, achieved.minor, attainmentBp])).toEqual([
      ['ada', 1, 3_333],
      ['bob', 1, 3_333],
      ['cy', -1, -3_334],
    ]);
  });

  it('Q39 counts the days of the zone, today among them, through a change to summer time', () => {
    const left = (at: string, zone: string) => {
      const log = newLog(zone).tell(openPeriod(on(2, 1), '2026-03'), openPeriod(on(2, 1), '2026-11'));
      const period = at.slice(0, 7);
      return right(pledgeBoard(documentsOf(log), asked(period, at, zone))).daysLeft;
    };
    expect(left('2026-11-01T00:00:00.000Z', 'Asia/Shanghai')).toBe(30);
    expect(left('2026-11-30T15:59:59.999Z', 'Asia/Shanghai')).toBe(1);
    expect(left('2026-11-30T16:00:00.000Z', 'Asia/Shanghai')).toBe(0);
    expect(left('2026-03-07T12:00:00.000Z', 'America/New_York')).toBe(25);
    expect(left('2026-03-09T12:00:00.000Z', 'America/New_York')).toBe(23);
  });

  it('PLG-12 before the start all days are left; with none left there is no pace', () => {
    expect(rowOf(100, 0, 0, on(10, 25))).toMatchObject({ daysLeft: 30, dailyPace: { minor: 4 } });
    expect(rowOf(100, 0, 0, on(12, 25))).toMatchObject({ daysLeft: 0, dailyPace: null });
    expect(rowOf(100, 100, 0, on(12, 25))).toMatchObject({ daysLeft: 0, dailyPace: { minor: 0 } });
  });
});
