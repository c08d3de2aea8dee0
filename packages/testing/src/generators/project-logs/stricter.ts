/** Versions of a process that ask more at their gates. */
import type { Gate, ProcessTemplate } from '@millrace/sales';
import fc from 'fast-check';
import { reviewerRoles } from '../terms.js';
import { criterionOf, criterionRoll, gateAt, gateRoll, yuan } from './template.js';

const more = fc.record({
  /** Which ways of being stricter are taken; most gates stay as they are in most of them. */
  ways: fc.nat({ max: 31 }),
  criterion: criterionRoll,
  role: fc.constantFrom(...reviewerRoles),
  ceiling: fc.constantFrom(10, 100, 500),
  gate: gateRoll,
});
type More = typeof more extends fc.Arbitrary<infer Roll> ? Roll : never;

/**
 * A process and a stricter version of it: with more criteria that must be met, more reviewer roles, lower
 * ceilings, gates where there were none, or nothing of it.
 */
export const stricterPairs = (
  templates: fc.Arbitrary<ProcessTemplate>,
): fc.Arbitrary<readonly [loose: ProcessTemplate, strict: ProcessTemplate]> =>
  fc
    .tuple(templates, fc.array(more, { minLength: 5, maxLength: 5 }))
    .map(([loose, all]) => [loose, { ...loose, gates: all.flatMap((roll, place) => tightened(loose, roll, place)) }]);

const tightened = (template: ProcessTemplate, roll: More, place: number): ReadonlyArray<Gate> => {
  const { phases } = template;
  if (place >= phases.length) return [];
  const gate = template.gates.find(({ id }) => id === `g${place}`);
  if (gate === undefined) return roll.ways < 4 ? gateAt(template, roll.gate, place) : [];
  const { criteria, reviewerRoles: roles, selfReviewUpTo: ceiling } = gate;
  const extra = { ...criterionOf(roll.criterion, `x${place}`, phases.slice(0, place + 1)), must: true };
  return [
    {
      ...gate,
      criteria: [
        ...criteria.map((one) => (roll.ways % 7 === 1 ? { ...one, must: true } : one)),
        ...(roll.ways % 5 === 1 ? [extra] : []),
      ],
      reviewerRoles: roll.ways % 6 === 1 ? [...new Set([...roles, roll.role])] : roles,
      ...(roll.ways % 8 === 1 ? { selfReviewUpTo: yuan(Math.min(roll.ceiling, ceiling?.minor ?? roll.ceiling)) } : {}),
    },
  ];
};
