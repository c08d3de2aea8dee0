import type { Currency, Money } from '@millrace/kernel';
import { createStandings, type Standings } from '@millrace/projections';
import { randomOf } from '../data/random.js';
import type { Contender, Row } from '../harness/row.js';

const PEOPLE = [1_000, 10_000, 100_000];

const named = (people: number): string => `${people.toLocaleString('en')} people`;

/** Few enough amounts that many people are tied. */
const amountOf = (n: number): Money => ({ minor: 100 * n, currency: 'CNY' as Currency }) as Money;

const joined = (people: number): Standings => {
  const { below } = randomOf(people);
  const standings = createStandings('CNY' as Currency);
  for (let i = 0; i < people; i++) standings.credit(`p${i}`, amountOf(below(people)));
  return standings;
};

/** A person is credited; then that person's rank and the top ten are asked, in competition and densely. */
const stepper = (people: number, steps: number): Contender => {
  const { below } = randomOf(people + 1);
  const plan = Array.from({ length: steps }, () => ({ id: `p${below(people)}`, amount: amountOf(below(50)) }));
  return {
    name: named(people),
    round: () => {
      const standings = joined(people);
      return {
        run: () => {
          let asked = 0;
          for (const { id, amount } of plan) {
            standings.credit(id, amount);
            for (const ranking of ['competition', 'dense'] as const) {
              const rank = standings.rankOf(id, ranking);
              if (rank !== undefined && standings.top(10, ranking).length > 0) asked += 1;
            }
          }
          return asked;
        },
      };
    },
  };
};

/** Nobody else does this: the goal is that the many cost little more than the few. */
export const standingsRow: Row = {
  name: 'standings',
  title: 'credit one of so many people, ask rank and top 10',
  unit: 'events/s',
  size: 100_000,
  goals: [
    { of: named(100_000), against: named(1_000), timeAtMost: 2.5 },
    { of: named(10_000), against: named(1_000), timeAtMost: 2.5 },
  ],
  contenders: async ({ size }) => PEOPLE.map((people) => stepper(people, size)),
};
