import { checkTailoring } from '@millrace/sales';
import { isRight } from 'fp-ts/lib/Either.js';
import { tailoringOf } from '../data/tailoring.js';
import { type Contender, contender, type Row } from '../harness/row.js';

const [FEW, MANY] = [200, 2_000];

const named = (activities: number): string => `${activities.toLocaleString('en')} activities`;

/** So many projects are tailored in turn, again and again, and accepted each time. */
const validator = (activities: number, projects: number, times: number): Contender => {
  const all = Array.from({ length: projects }, () => tailoringOf(activities));
  const run = (): boolean => {
    let accepted = true;
    for (let n = 0; n < times; n++) {
      for (const asked of all) accepted &&= isRight(checkTailoring(asked));
    }
    return accepted;
  };
  return { ...contender(named(activities), run), size: times * projects };
};

/**
 * Nobody else does this: the goal is that ten times the activities cost little more than ten times the time.
 * Both hold as many activities in memory, so that the caches of the machine are not what is compared.
 */
export const tailoring: Row = {
  name: 'tailoring',
  title: 'validate the tailoring of a process with so many activities',
  unit: 'tailorings/s',
  size: 500,
  goals: [{ of: named(MANY), against: named(FEW), timeAtMost: 12 }],
  contenders: async ({ size }) => [validator(MANY, 1, size), validator(FEW, MANY / FEW, size)],
};
