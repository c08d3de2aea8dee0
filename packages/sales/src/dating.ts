/** When a thing may be said to have happened. @source design.md decision 11 */
import type { Instant, Moment } from '@millrace/kernel';
import { type Check, ok, refuse } from './checks.js';

export interface EffectiveInFuture {
  readonly type: 'EffectiveInFuture';
  readonly effectiveAt: Instant;
  readonly now: Instant;
}

export interface EffectiveBeforeLast<Dimension> {
  readonly type: 'EffectiveBeforeLast';
  readonly dimension: Dimension;
  /** The earliest time that is accepted. */
  readonly last: Instant;
}

/** What has not happened yet is not recorded. */
export const notInFuture = ({ effectiveAt, now }: Pick<Moment, 'effectiveAt' | 'now'>): Check<EffectiveInFuture> =>
  effectiveAt <= now ? ok : refuse({ type: 'EffectiveInFuture', effectiveAt, now });

/** Moves of one dimension never go back in effective time; only a correction changes the past. */
export const notBefore = <Dimension extends string>(
  dimension: Dimension,
  last: Instant,
  { effectiveAt }: Pick<Moment, 'effectiveAt'>,
): Check<EffectiveBeforeLast<Dimension>> =>
  effectiveAt >= last ? ok : refuse({ type: 'EffectiveBeforeLast', dimension, last });

/** The earlier of two instants. */
export const earlier = (a: Instant, b: Instant): Instant => (b < a ? b : a);
