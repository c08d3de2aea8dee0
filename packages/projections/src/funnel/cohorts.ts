import { periodFinder } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import { byText } from '../count.js';
import type { FunnelDefinition } from './definition.js';
import { entriesTo, type Path } from './path.js';

/** The units whose first entry to the first stage fell in a month, and how far they came. */
export interface Cohort {
  readonly month: string;
  readonly reached: ReadonlyArray<{ readonly id: Term; readonly n: number }>;
}

/** Says to which cohort a unit belongs: to none, where it never entered the first stage. */
export const cohortFinder = ({ reach, cohort }: FunnelDefinition): ((path: Path) => string | undefined) => {
  const periodOf = periodFinder(cohort.cadence, cohort.zone);
  return (path) => {
    const [anchor] = entriesTo(path, 0, { reach, entry: 'first' });
    return anchor && periodOf(anchor.from).label;
  };
};

/** Cohorts by month, oldest first. @source metrics.md FUN-10 */
export const cohorts = (paths: ReadonlyArray<Path>, definition: FunnelDefinition): ReadonlyArray<Cohort> => {
  const cohortOf = cohortFinder(definition);
  const members = new Map<string, Array<Path>>();
  for (const path of paths) {
    const month = cohortOf(path);
    if (month === undefined) continue;
    const known = members.get(month);
    if (known === undefined) members.set(month, [path]);
    else known.push(path);
  }
  return [...members]
    .sort(([a], [b]) => byText(a, b))
    .map(([month, units]) => ({
      month,
      reached: definition.stages.map((id, rank) => ({
        id,
        n: units.filter((path) => entriesTo(path, rank, definition).length > 0).length,
      })),
    }));
};
