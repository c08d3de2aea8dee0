import type { Instant } from '@millrace/kernel';
import type { LineOf, UnitAt } from '../organisation/index.js';
import { add, addTo, emptyTally, exact, type Tally } from '../tally.js';

/** What counts for persons and units; nothing counts twice in `total`. */
export interface Scores {
  readonly total: Tally;
  /** Of nobody, or of persons who belonged to no unit; within a unit, of its own direct members. */
  readonly unassigned: Tally;
  readonly persons: Map<string, Tally>;
  /** With what counts for their descendants. */
  readonly units: Map<string, Tally>;
}

/** Where a mark is entered, and what it is entered with. */
export interface Scoring {
  readonly scores: Scores;
  readonly enter: (person: string | null, at: Instant, worth: number) => void;
}

/**
 * Scores that grow mark by mark.
 *
 * A mark belongs to the unit of which its person was a member then, and to all units above.
 * Within `under`, only what belongs to that unit or a descendant counts.
 *
 * @source LDB-6, Q20
 */
export const scoring = (unitAt: UnitAt, lineOf: LineOf, under: string | undefined): Scoring => {
  const scores: Scores = { total: emptyTally(), unassigned: emptyTally(), persons: new Map(), units: new Map() };
  const enter: Scoring['enter'] = (person, at, worth) => {
    const unit = person === null ? null : unitAt(person, at);
    const line = unit === null ? [] : lineOf(unit);
    if (under !== undefined && !line.includes(under)) return;
    add(scores.total, worth);
    if (unit === (under ?? null)) add(scores.unassigned, worth);
    if (person !== null) addTo(scores.persons, person, worth);
    for (const one of line) addTo(scores.units, one, worth);
  };
  return { scores, enter };
};

/** The exact score of a person or unit; nothing for who has no mark. */
export const scoreOf = (tallies: ReadonlyMap<string, Tally>, id: string): bigint => {
  const tally = tallies.get(id);
  return tally === undefined ? 0n : exact(tally);
};
