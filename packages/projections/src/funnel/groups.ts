import { type Instant, type Period, periodFinder } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import { standingAt } from '../since.js';
import type { FunnelDefinition } from './definition.js';
import { currentVisit, entriesTo, type Path, type Visit } from './path.js';
import type { FunnelDocument } from './view.js';

/** What a funnel can be split by. */
export type GroupBy = 'custodian' | 'source' | 'month';

/** The part of a funnel that belongs to one custodian, source or month; parts add up to the whole. */
export interface FunnelGroup {
  readonly key: string;
  readonly stages: ReadonlyArray<{ readonly id: Term; readonly reached: number; readonly current: number }>;
}

/** The key of customers in nobody's custody. */
export const POOL = 'pool';

/**
 * Splits the counts. By custodian, `reached` belongs to who had custody at that entry and
 * `current` to who has it as of now.
 *
 * @source metrics.md FUN-10, FUN-15
 */
export const funnelGroups = (
  paths: ReadonlyArray<Path>,
  definition: FunnelDefinition,
  by: GroupBy,
  asOf: Instant,
): ReadonlyArray<FunnelGroup> => {
  const keys = keysOf(definition, by, asOf);
  const groups = new Map<string, Array<{ id: Term; reached: number; current: number }>>();
  const cell = (key: string, rank: number) => {
    const stages = groups.get(key) ?? definition.stages.map((id) => ({ id, reached: 0, current: 0 }));
    groups.set(key, stages);
    return stages[rank];
  };
  for (const path of paths) {
    definition.stages.forEach((_, rank) => {
      const entry = entriesTo(path, rank, { reach: 'reached', entry: 'first' })[0];
      const reached = entry && cell(keys.atEntry(path, entry), rank);
      if (reached !== undefined) reached.reached += 1;
    });
    const current = currentVisit(path);
    const standing = current && cell(keys.now(path), current.rank);
    if (standing !== undefined) standing.current += 1;
  }
  return [...groups].map(([key, stages]) => ({ key, stages })).sort((a, b) => (a.key < b.key ? -1 : 1));
};

interface Keys {
  readonly atEntry: (path: Path, entry: Visit) => string;
  readonly now: (path: Path) => string;
}

const keysOf = ({ cohort }: FunnelDefinition, by: GroupBy, asOf: Instant): Keys => {
  switch (by) {
    case 'custodian':
      return {
        atEntry: ({ document }, { from, by: revision }) => custodianAt(document, from, revision),
        now: ({ document }) => standingAt(document.custody, asOf)?.state ?? POOL,
      };
    case 'source':
      return { atEntry: ({ source }) => source, now: ({ source }) => source };
    case 'month': {
      const find = periodFinder(cohort.cadence, cohort.zone);
      const month = ({ openedAt }: Path) => find(openedAt).label;
      return { atEntry: month, now: month };
    }
  }
};

/** Who had custody when an event happened: at the same instant, what was recorded before it holds. */
const custodianAt = ({ custody }: FunnelDocument, at: Instant, revision: number): string => {
  const before = custody.filter((move) => move.at < at || (move.at === at && move.by < revision));
  return before.at(-1)?.state ?? POOL;
};

/** The units whose first entry to the first stage fell in a month, and how far they came. */
export interface Cohort {
  readonly month: string;
  readonly reached: ReadonlyArray<{ readonly id: Term; readonly n: number }>;
}

/** Cohorts by month, oldest first. @source metrics.md FUN-10 */
export const cohorts = (paths: ReadonlyArray<Path>, definition: FunnelDefinition): ReadonlyArray<Cohort> => {
  const { cadence, zone } = definition.cohort;
  const find: (at: Instant) => Period = periodFinder(cadence, zone);
  const months = new Map<string, Array<number>>();
  for (const path of paths) {
    const anchor = entriesTo(path, 0, { reach: 'reached', entry: 'first' })[0];
    if (anchor === undefined) continue;
    const { label } = find(anchor.from);
    const counts = months.get(label) ?? definition.stages.map(() => 0);
    months.set(label, counts);
    definition.stages.forEach((_, rank) => {
      if (entriesTo(path, rank, definition).length > 0) counts[rank] = (counts[rank] ?? 0) + 1;
    });
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, counts]) => ({
      month,
      reached: definition.stages.map((id, rank) => ({ id, n: counts[rank] ?? 0 })),
    }));
};
