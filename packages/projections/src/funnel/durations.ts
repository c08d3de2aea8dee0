import type { Instant } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import { millisBetween } from '../timeline.js';
import type { FunnelDefinition } from './definition.js';
import type { Path, Visit } from './path.js';

/** Stays that have ended and stays still open: an open one is censored at the as-of time, not dropped. */
export interface Duration {
  readonly ended: number;
  /** @units milliseconds */
  readonly endedMillis: number;
  readonly open: number;
  /** @units milliseconds, up to the as-of time */
  readonly openMillis: number;
}

/** Time in a stage, three ways, in units that were there. @source metrics.md section 2, FUN-12 */
export interface StageDurations {
  readonly id: Term;
  /** Each unit's first stay. */
  readonly firstPass: Duration;
  /** Each unit's latest stay. */
  readonly latest: Duration;
  /** All stays of a unit together; open while one of them is. */
  readonly cumulative: Duration;
}

/** Time in every stage, in rank order. */
export const stageDurations = (
  paths: ReadonlyArray<Path>,
  { stages }: FunnelDefinition,
  asOf: Instant,
): ReadonlyArray<StageDurations> =>
  stages.map((id, rank) => {
    const stays = paths
      .map(({ visits }) => visits.filter((visit) => visit.rank === rank))
      .filter(({ length }) => length > 0);
    const first = stays.map((visits) => visits.slice(0, 1));
    const last = stays.map((visits) => visits.slice(-1));
    return { id, firstPass: total(first, asOf), latest: total(last, asOf), cumulative: total(stays, asOf) };
  });

const total = (units: ReadonlyArray<ReadonlyArray<Visit>>, asOf: Instant): Duration => {
  const sum = { ended: 0, endedMillis: 0, open: 0, openMillis: 0 };
  for (const visits of units) {
    const millis = visits.reduce((all, { from, to }) => all + millisBetween(from, to ?? asOf), 0);
    if (visits.some(({ to }) => to === undefined)) {
      sum.open += 1;
      sum.openMillis += millis;
    } else {
      sum.ended += 1;
      sum.endedMillis += millis;
    }
  }
  return sum;
};
