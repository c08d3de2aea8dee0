import type { Instant } from '@millrace/kernel';
import { type FunnelDefinition, funnelOf } from '@millrace/projections';
import { dealership, type Zone } from '@millrace/sales';
import { customerHistories } from '@millrace/testing';
import fc from 'fast-check';
import { instant, type Log } from './log.js';

const DAY = 86_400_000;

/** The parameters a funnel may be asked by: every reach and entry rule, windows short and long, and fewer stages than there are. */
export const definitions: fc.Arbitrary<FunnelDefinition> = fc
  .record({
    reach: fc.constantFrom('reached' as const, 'touched' as const),
    entry: fc.constantFrom('first' as const, 'last' as const, 'every' as const),
    windowDays: fc.constantFrom(null, 0, 1, 3, 10, 60),
    zone: fc.constantFrom('Asia/Shanghai', 'Europe/Amsterdam', 'America/New_York') as fc.Arbitrary<Zone>,
    left: fc.constantFrom('', '', '', 'prospect', 'shopper', 'buyer'),
  })
  .map(({ zone, left, ...rest }) => {
    const { stages, ...standard } = funnelOf(dealership);
    const kept = stages.filter((id) => id !== left);
    return {
      ...standard,
      ...rest,
      cohort: { cadence: 'month', zone },
      stages: kept,
      benchmark: kept.map((_, rank) => 5 ** (2 - rank)),
    };
  });

/** The funnel as it is asked when nothing is said. */
export const standard: FunnelDefinition = funnelOf(dealership);

/** A log, and an instant to ask it as of: before it, after it, at one of its instants or a moment beside. */
export const askedLogs = (
  logs: fc.Arbitrary<Log> = customerHistories({ customers: 4, length: 120 }),
): fc.Arbitrary<{ readonly log: Log; readonly asOf: Instant }> =>
  fc
    .record({ log: logs, pick: fc.nat(), beside: fc.constantFrom(0, 0, 1, -1, DAY / 3, -DAY, 400 * DAY) })
    .map(({ log, pick, beside }) => {
      const times = log.map(({ meta }) => Date.parse(meta.effectiveAt)).sort((a, b) => a - b);
      const at = times[pick % Math.max(1, times.length)] ?? 0;
      return { log, asOf: instant(new Date(at + beside).toISOString()) };
    });

/** After everything in generated logs. */
export const LATER = instant('2027-01-01T00:00:00.000Z');
