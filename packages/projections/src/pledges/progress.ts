/** How far a pledge has come, and what is left to do: exact, and never shown as done before it is. */
import { epochMillis, type Instant, type Money, periodAt, zero } from '@millrace/kernel';
import type { Span } from '../timeline.js';

const BASIS_POINTS = 10_000n;
const DAY = 86_400_000;

/** How much of the target is achieved, floored: 10,000 and more only where it is met. @units basis points @source PLG-12 */
export const attainmentBp = (achieved: Money, target: Money): number =>
  Number(floorDiv(BigInt(achieved.minor) * BASIS_POINTS, BigInt(target.minor)));

/** `a / b` rounded towards minus infinity, for `b` above zero. */
const floorDiv = (a: bigint, b: bigint): bigint => (a < 0n && a % b !== 0n ? a / b - 1n : a / b);

/**
 * The days of the period, in its zone, that are left as of an instant: that day counted, all of them
 * before the start, none from the end on.
 */
export const daysLeft = ({ start, end }: Span, asOf: Instant, zone: string): number => {
  const from = asOf < start ? start : asOf;
  if (from >= end) return 0;
  // Days of 23 and 25 hours: the difference is rounded, not cut.
  return Math.round((epochMillis(end) - epochMillis(periodAt(from, 'day', zone).start)) / DAY);
};

/** What has to be achieved on each day that is left, rounded up; nothing once met, none when no day is left. */
export const dailyPace = (achieved: Money, target: Money, days: number): Money | null => {
  const missing = BigInt(target.minor) - BigInt(achieved.minor);
  if (missing <= 0n) return zero(target.currency);
  if (days === 0) return null;
  const each = (missing + BigInt(days) - 1n) / BigInt(days);
  return { ...target, minor: Number(each) as Money['minor'] };
};
