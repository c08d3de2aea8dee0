import type { Instant } from '@millrace/kernel';
import type { Phase, Term } from '@millrace/sales';
import { byTextOf } from '../count.js';
import { type Since, standingAt, type Timeline } from '../timeline.js';
import type { DaysBetween } from './days.js';
import type { PipelineUnit, Stay } from './standing.js';

/** How long an open project has stood in its phase, three ways. @source metrics.md section 2 @units calendar days */
export interface ProjectAge {
  readonly project: string;
  readonly phase: Term;
  readonly owner: string | null;
  readonly firstPass: number;
  readonly latest: number;
  readonly cumulative: number;
  /** Of `latest`. */
  readonly onHold: number;
  /** Whether it is on hold now. */
  readonly held: boolean;
  /** Whether `latest` without `onHold` is more than the phase allows. */
  readonly rotting: boolean;
}

/** Ages of open projects, by id. Stays in a stage are those that ended in the same highest phase. */
export const agesOf = (
  units: ReadonlyArray<PipelineUnit>,
  phases: ReadonlyArray<Pick<Phase, 'id' | 'rottingDays'>>,
  asOf: Instant,
  daysBetween: DaysBetween,
): ReadonlyArray<ProjectAge> => {
  const limits = new Map(phases.map(({ id, rottingDays }) => [id, rottingDays]));
  return units
    .flatMap((unit): ReadonlyArray<ProjectAge> => {
      const { id: project, phase, owner, outcome, stays, document } = unit;
      if (outcome !== undefined || phase === undefined) return [];
      const visits = stays.filter(({ phases: entered }) => entered.at(-1) === phase);
      const ages = visits.map(({ from, to = asOf }) => daysBetween(from, to));
      const latest = ages.at(-1) ?? 0;
      const onHold = daysHeld(document.holds, visits.at(-1), asOf, daysBetween);
      const limit = limits.get(phase);
      return [
        {
          project,
          phase,
          owner,
          firstPass: ages[0] ?? 0,
          latest,
          cumulative: ages.reduce((all, days) => all + days, 0),
          onHold,
          held: standingAt(document.holds, asOf)?.state ?? false,
          rotting: limit !== undefined && latest - onHold > limit,
        },
      ];
    })
    .sort(byTextOf(({ project }) => project));
};

/** A hold belongs to the stay it began in: no phase is entered while it lasts. */
const daysHeld = (
  holds: Timeline<Since<boolean>>,
  stay: Stay | undefined,
  asOf: Instant,
  daysBetween: DaysBetween,
): number => {
  let days = 0;
  for (const [i, { at, state }] of holds.entries()) {
    if (!state || at > asOf || stay === undefined || at < stay.from) continue;
    const end = holds[i + 1]?.at ?? asOf;
    days += daysBetween(at, end < asOf ? end : asOf);
  }
  return days;
};
