import { addOne, sorted } from '../count.js';
import type { Path, Paths } from './path.js';

/** How units ended, by outcome and, where there is one, reason. */
export interface OutcomeCounts {
  readonly won: number;
  readonly lost: ReadonlyMap<string, number>;
  readonly disqualified: ReadonlyMap<string, number>;
  readonly dormant: ReadonlyMap<string, number>;
  /** Journeys of customers linked as duplicates, projects closed as such; they count nowhere else. @source FUN-19 */
  readonly duplicate: number;
}

/** Endings counted by reason. @source I-06: an outcome is an event, not a heuristic */
export const outcomeCounts = ({ counted, duplicates }: Paths<Path>): OutcomeCounts => ({
  won: counted.filter(({ ending }) => ending?.outcome === 'won').length,
  lost: reasons(counted, 'lost'),
  disqualified: reasons(counted, 'disqualified'),
  dormant: reasons(counted, 'dormant'),
  duplicate: duplicates.length,
});

const reasons = (
  paths: ReadonlyArray<Path>,
  outcome: 'lost' | 'disqualified' | 'dormant',
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { ending } of paths) if (ending?.outcome === outcome) addOne(counts, ending.reason);
  return sorted(counts);
};
