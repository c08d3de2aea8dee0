import type { Instant } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import { byText } from '../count.js';
import { type Since, standingAt, type Timeline } from '../timeline.js';
import { cohortFinder } from './cohorts.js';
import type { FunnelDefinition } from './definition.js';
import type { FunnelDocument } from './document.js';
import { currentVisit, type JourneyPath, type Path, reachOf, type Visit } from './path.js';

/** What a funnel can be split by: who has a unit, how it came to us, when it began. */
export type GroupBy = 'custodian' | 'source' | 'month';

/** The part of a funnel that belongs to one custodian, source or month; parts add up to the whole. */
export interface FunnelGroup {
  /** Null for what belongs to nobody: the pool, or journeys of no cohort. */
  readonly key: string | null;
  readonly stages: ReadonlyArray<{ readonly id: Term; readonly reached: number; readonly current: number }>;
}

/** Where a unit belongs in a split; null for nowhere. */
export interface Keys<Unit extends Path> {
  /** What of it was reached by an entry. */
  readonly atEntry: (path: Unit, entry: Visit) => string | null;
  /** Where it stands. */
  readonly now: (path: Unit) => string | null;
}

/**
 * Splits the counts, sorted by key. By custodian, `reached` belongs to who had it at that entry and
 * `current` to who has it as of now; by source, both to the source that stands as of now.
 *
 * @source metrics.md FUN-10, FUN-15
 */
export const funnelGroups = <Unit extends Path>(
  paths: ReadonlyArray<Unit>,
  definition: FunnelDefinition,
  keys: Keys<Unit>,
): ReadonlyArray<FunnelGroup> => {
  const groups = new Map<string | null, Map<Term, Cell>>();
  const cellOf = (key: string | null, stage: Term): Cell => {
    const row = groups.get(key) ?? new Map<Term, Cell>();
    const cell = row.get(stage) ?? { reached: 0, current: 0 };
    groups.set(key, row.set(stage, cell));
    return cell;
  };
  for (const path of paths) {
    const current = currentVisit(path);
    for (const [rank, stage] of definition.stages.entries()) {
      const entry = reachOf(path, rank);
      if (entry !== undefined) cellOf(keys.atEntry(path, entry), stage).reached += 1;
      if (current?.rank === rank) cellOf(keys.now(path), stage).current += 1;
    }
  }
  return [...groups]
    .map(
      ([key, row]): FunnelGroup => ({
        key,
        stages: definition.stages.map((id) => ({ id, reached: 0, current: 0, ...row.get(id) })),
      }),
    )
    .sort(byKey);
};

interface Cell {
  reached: number;
  current: number;
}

/** By key; what belongs to nobody comes last. */
const byKey = (a: FunnelGroup, b: FunnelGroup): number =>
  Number(a.key === null) - Number(b.key === null) || byText(String(a.key), String(b.key));

/** The splits of journeys. */
export const journeyKeys = (definition: FunnelDefinition, by: GroupBy, asOf: Instant): Keys<JourneyPath> => {
  switch (by) {
    case 'custodian':
      return {
        atEntry: ({ document }, entry) => custodianAt(document, entry),
        now: ({ document }) => standingAt(document.custody, asOf)?.state ?? null,
      };
    case 'source': {
      const sourceOf = ({ document }: JourneyPath) => standingAt(document.source, asOf)?.state ?? null;
      return { atEntry: sourceOf, now: sourceOf };
    }
    case 'month':
      return monthKeys(definition);
  }
};

/** By the cohort a unit belongs to. */
export const monthKeys = (definition: FunnelDefinition): Keys<Path> => {
  const cohortOf = cohortFinder(definition);
  const monthOf = (path: Path) => cohortOf(path) ?? null;
  return { atEntry: monthOf, now: monthOf };
};

/** Who had custody when a stage was entered. */
export const custodianAt = ({ custody }: FunnelDocument, visit: Visit): string | null =>
  stateAtEntry(custody, visit) ?? null;

/** What held when a stage was entered: at the same instant, what was recorded before the move, or by it. */
export const stateAtEntry = <State>(timeline: Timeline<Since<State>>, { from, revision }: Visit): State | undefined =>
  timeline.findLast(({ at, by }) => at < from || (at === from && by <= revision))?.state;
