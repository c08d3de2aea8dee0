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
    const [firstPass, latest, cumulative] = [nothing(), nothing(), nothing()];
    for (const { visits } of paths) {
      const stays = visits.filter((visit) => visit.rank === rank).map((visit) => stayOf(visit, asOf));
      const [first, last] = [stays[0], stays.at(-1)];
      if (first === undefined || last === undefined) continue;
      add(firstPass, first);
      add(latest, last);
      add(cumulative, { millis: stays.reduce((all, { millis }) => all + millis, 0), open: last.open });
    }
    return { id, firstPass, latest, cumulative };
  });

interface Stay {
  readonly millis: number;
  readonly open: boolean;
}

/** How long a visit lasted, or has lasted by `asOf`. Of a journey's visits only the last may be open. */
const stayOf = ({ from, to }: Visit, asOf: Instant): Stay => ({
  millis: millisBetween(from, to ?? asOf),
  open: to === undefined,
});

type Sums = { -readonly [Field in keyof Duration]: Duration[Field] };

const nothing = (): Sums => ({ ended: 0, endedMillis: 0, open: 0, openMillis: 0 });

const add = (sums: Sums, { millis, open }: Stay): void => {
  if (open) {
    sums.open += 1;
    sums.openMillis += millis;
  } else {
    sums.ended += 1;
    sums.endedMillis += millis;
  }
};
