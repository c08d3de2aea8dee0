import type { Term } from '@millrace/sales';
import type { FunnelDefinition } from './definition.js';
import { currentVisit, type Path, reachOf } from './path.js';

/** One stage of a funnel, in units unless said otherwise. */
export interface StageCounts {
  readonly id: Term;
  /** Units that entered it explicitly. */
  readonly touched: number;
  /** Units whose highest rank ever is at least its rank: skipped stages count as passed. */
  readonly reached: number;
  readonly current: number;
  /** Entries, every one of them. */
  readonly visits: number;
  /** Units that went past it without entering it. */
  readonly skipped: number;
  /** Moves from it back to a lower stage. */
  readonly regressions: number;
}

/** The counts of every stage, in rank order. @source metrics.md FUN-1, FUN-2, FUN-7..9 */
export const stageCounts = (paths: ReadonlyArray<Path>, { stages }: FunnelDefinition): ReadonlyArray<StageCounts> =>
  stages.map((id, rank) => {
    let touched = 0;
    let reached = 0;
    let current = 0;
    let visits = 0;
    let regressions = 0;
    for (const path of paths) {
      const stays = path.visits.filter((visit) => visit.rank === rank).length;
      visits += stays;
      if (stays > 0) touched += 1;
      if (reachOf(path, rank) !== undefined) reached += 1;
      if (currentVisit(path)?.rank === rank) current += 1;
      regressions += backMoves(path, rank);
    }
    return { id, touched, reached, current, visits, skipped: reached - touched, regressions };
  });

const backMoves = ({ visits }: Path, rank: number): number =>
  visits.filter((visit, i) => visits[i - 1]?.rank === rank && visit.rank >= 0 && visit.rank < rank).length;

/** Units that stand in a stage which the definition does not have. */
export const standingOutside = (paths: ReadonlyArray<Path>): number =>
  paths.filter((path) => (currentVisit(path)?.rank ?? 0) < 0).length;
