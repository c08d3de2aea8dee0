import { checkTailoring } from '@millrace/sales';
import { tailoringOf } from '../data/tailoring.js';
import { type Contender, contender, type Row } from '../harness/row.js';

const [FEW, MANY] = [200, 2_000];

const named = (activities: number): string => `${activities.toLocaleString('en')} activities`;

/** The same tailoring is validated again and again, and accepted each time. */
const validator = (activities: number, times: number): Contender => {
  const asked = tailoringOf(activities);
  return contender(named(activities), () => {
    let accepted = 0;
    for (let n = 0; n < times; n++) {
      const answer = checkTailoring(asked);
      if (answer._tag === 'Left') throw new Error(`refused: ${answer.left.type}`);
      accepted += 1;
    }
    return accepted;
  });
};

/** Nobody else does this: the goal is that ten times the activities cost little more than ten times the time. */
export const tailoring: Row = {
  name: 'tailoring',
  title: 'validate the tailoring of a process with so many activities',
  unit: 'tailorings/s',
  size: 200,
  goals: [{ of: named(MANY), against: named(FEW), timeAtMost: 12 }],
  contenders: async ({ size }) => [MANY, FEW].map((activities) => validator(activities, size)),
};
