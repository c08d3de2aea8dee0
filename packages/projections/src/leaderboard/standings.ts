import { type Currency, type Money, type MoneyError, plus, zero } from '@millrace/kernel';
import type { Ranking } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { byText } from '../count.js';
import { sortedList } from './sorted-list.js';

/** Where somebody stands. */
export interface Standing {
  readonly rank: number;
  readonly id: string;
  readonly credited: Money;
}

/** A ranking that is kept up credit by credit; what it says is what ranking everybody anew would say. */
export interface Standings {
  /** Adds to somebody's credit, below zero for a reversal; who was not there yet joins. Out of range, nothing changes. */
  readonly credit: (id: string, amount: Money) => E.Either<MoneyError, Money>;
  /** Somebody's rank; none for who never joined. */
  readonly rankOf: (id: string, ranking: Ranking) => number | undefined;
  /** The first `count` of the ranking. */
  readonly top: (count: number, ranking: Ranking) => ReadonlyArray<Standing>;
}

interface Entry {
  readonly id: string;
  readonly credited: Money;
}

/**
 * Standings in memory, for whoever follows a log live: a credit, a rank and the top ten each take
 * about the same time whether a thousand or a hundred thousand people take part.
 *
 * @source ORG-46, Q23, LDB-3
 */
export const createStandings = (currency: Currency): Standings => {
  const entries = new Map<string, Entry>();
  const people = sortedList<Entry>((a, b) => b.credited.minor - a.credited.minor || byText(a.id, b.id));
  /** How many have each amount; the amounts stand in order beside. */
  const holders = new Map<number, number>();
  const amounts = sortedList<number>((a, b) => b - a);

  const enter = (entry: Entry): void => {
    const { minor } = entry.credited;
    entries.set(entry.id, entry);
    people.insert(entry);
    const others = holders.get(minor) ?? 0;
    holders.set(minor, others + 1);
    if (others === 0) amounts.insert(minor);
  };

  const leave = (entry: Entry): void => {
    const { minor } = entry.credited;
    people.remove(entry);
    const others = (holders.get(minor) ?? 0) - 1;
    if (others > 0) {
      holders.set(minor, others);
      return;
    }
    holders.delete(minor);
    amounts.remove(minor);
  };

  const rankIn = (entry: Entry, ranking: Ranking): number => {
    switch (ranking) {
      case 'competition':
        // No id is empty: this stands before everybody with the same amount.
        return 1 + people.before({ id: '', credited: entry.credited });
      case 'dense':
        return 1 + amounts.before(entry.credited.minor);
      case 'ordinal':
        return 1 + people.before(entry);
    }
  };

  return {
    credit: (id, amount) => {
      const standing = entries.get(id);
      const credited = plus(standing?.credited ?? zero(currency), amount);
      if (E.isLeft(credited)) return credited;
      if (standing !== undefined) leave(standing);
      enter({ id, credited: credited.right });
      return credited;
    },
    rankOf: (id, ranking) => {
      const entry = entries.get(id);
      return entry && rankIn(entry, ranking);
    },
    top: (count, ranking) => {
      const standings: Array<Standing> = [];
      for (const { id, credited } of people.first(count)) {
        const before = standings.at(-1);
        const rank = before === undefined ? 1 : rankAfter(before, credited, standings.length + 1, ranking);
        standings.push({ rank, id, credited });
      }
      return standings;
    },
  };
};

const rankAfter = ({ rank, credited }: Standing, next: Money, place: number, ranking: Ranking): number => {
  if (ranking === 'ordinal') return place;
  if (credited.minor === next.minor) return rank;
  return ranking === 'competition' ? place : rank + 1;
};
