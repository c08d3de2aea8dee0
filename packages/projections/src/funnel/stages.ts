import type { Term } from '@millrace/sales';
import type { FunnelDefinition } from './definition.js';
import { currentVisit, type Path } from './path.js';

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
      if (path.highest >= rank) reached += 1;
      if (currentVisit(path)?.rank === rank) current += 1;
      regressions += path.visits.filter((visit, i) => visit.rank < rank && path.visits[i - 1]?.rank === rank).length;
    }
    return { id, touched, reached, current, visits, skipped: reached - touched, regressions };
  });

/** How journeys ended, by outcome and, where there is one, reason. */
export interface OutcomeCounts {
  readonly won: number;
  readonly lost: ReadonlyMap<string, number>;
  readonly disqualified: ReadonlyMap<string, number>;
  readonly dormant: ReadonlyMap<string, number>;
  /** Journeys of customers linked as duplicates; they count nowhere else. */
  readonly duplicate: number;
}

/** Endings counted by reason. @source I-06: an outcome is an event, not a heuristic */
export const outcomeCounts = (counted: ReadonlyArray<Path>, duplicates: ReadonlyArray<Path>): OutcomeCounts => {
  const tally = {
    lost: new Map<string, number>(),
    disqualified: new Map<string, number>(),
    dormant: new Map<string, number>(),
  };
  let won = 0;
  for (const { ending } of counted) {
    if (ending === undefined) continue;
    if (ending.outcome === 'won') won += 1;
    else add(tally[ending.outcome], ending.reason ?? '');
  }
  return { won, ...tally, duplicate: duplicates.length };
};

/** Moves between two places of the funnel; journeys come from `opened` and end in an outcome. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly n: number;
}

/** The transition matrix, sorted by from and to. @source metrics.md FUN-5 */
export const transitions = (paths: ReadonlyArray<Path>): ReadonlyArray<Transition> => {
  const cells = new Map<string, Map<string, number>>();
  for (const { visits, ending } of paths) {
    const stops: ReadonlyArray<string> = [
      'opened',
      ...visits.map(({ stage }) => stage),
      ...(ending === undefined ? [] : [ending.outcome]),
    ];
    stops.slice(1).forEach((to, i) => {
      const from = stops[i] ?? '';
      const row = cells.get(from) ?? new Map<string, number>();
      cells.set(from, row);
      add(row, to);
    });
  }
  return [...cells]
    .flatMap(([from, row]) => [...row].map(([to, n]): Transition => ({ from, to, n })))
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
};

const add = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
