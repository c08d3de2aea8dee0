/** Small random processes, as playbooks publish them and as projects run them. */

import type { Money } from '@millrace/kernel';
import {
  type Criterion,
  type Gate,
  keyAccount,
  type ProcessTemplate,
  type TailoredProcess,
  type Term,
} from '@millrace/sales';
import fc from 'fast-check';
import { united } from '../tailoring/index.js';
import { named, reviewerRoles, term } from '../terms.js';

export const yuan = (minor: number): Money => ({ minor, currency: keyAccount.currency }) as Money;

const kinds = ['customer', 'own', 'competitor', 'environment'] as const;
const layers = ['users', 'board'];

interface PhaseRoll {
  readonly analysis: number | null;
  readonly checklist: boolean;
}

interface CriterionRoll {
  readonly test: number;
  readonly must: boolean;
  readonly score: number | null;
}

interface GateRoll {
  readonly there: boolean;
  readonly criteria: ReadonlyArray<CriterionRoll>;
  readonly roles: ReadonlyArray<Term>;
  readonly reviewers: number;
  readonly ceiling: number | null;
}

/** What the two activities of a phase are, and whether it has a checklist. */
const phaseRoll: fc.Arbitrary<PhaseRoll> = fc.record({
  analysis: fc.option(fc.nat({ max: 3 })),
  checklist: fc.boolean(),
});

export const criterionRoll: fc.Arbitrary<CriterionRoll> = fc.record({
  test: fc.nat({ max: 99 }),
  must: fc.boolean(),
  score: fc.option(fc.integer({ min: 1, max: 9 })),
});

export const gateRoll: fc.Arbitrary<GateRoll> = fc.record({
  there: fc.nat({ max: 4 }).map((roll) => roll > 0),
  criteria: fc.array(criterionRoll, { maxLength: 4, size: 'max' }),
  roles: fc.subarray([...reviewerRoles], { minLength: 1, maxLength: 2 }),
  reviewers: fc.constantFrom(1, 1, 2, 2, 3),
  ceiling: fc.option(fc.constantFrom(100, 1_000), { freq: 2 }),
});

/** A template of three to five phases, each of which may be left over a gate. */
export const processTemplates = (): fc.Arbitrary<ProcessTemplate> =>
  fc
    .record({
      phases: fc.array(phaseRoll, { minLength: 3, maxLength: 5 }),
      gates: fc.array(gateRoll, { minLength: 5, maxLength: 5 }),
      signed: fc.nat({ max: 4 }),
      atSigning: fc.boolean(),
    })
    .map(({ phases: rolls, gates, signed, atSigning }) => {
      const phases = rolls.map(phaseOf);
      const signedIn = term(`p${1 + (signed % (phases.length - 1))}`);
      const bare: ProcessTemplate = {
        ...named('works'),
        phases,
        gates: [],
        signedIn,
        flows: [{ ...named('tender'), steps: phases.map(({ id }) => ({ ...named(`buys${id}`), phase: id })) }],
        layers: layers.map(named),
        sizes: [],
      };
      return {
        ...bare,
        gates: gates.flatMap((roll, place) => (roll.there ? gateAt(bare, roll, place, atSigning) : [])),
      };
    });

/** A gate behind a phase, where one may stand; behind the one of signing, at its exit or before signing itself. */
export const gateAt = (
  { phases, signedIn }: ProcessTemplate,
  roll: GateRoll,
  place: number,
  atSigning = true,
): ReadonlyArray<Gate> => {
  const signing = atSigning && phases[place]?.id === signedIn;
  if (!signing && place >= phases.length - 1) return [];
  return [gateOf(roll, `g${place}`, signing ? { at: 'signing' } : exitOf(place), phases.slice(0, place + 1))];
};

const exitOf = (place: number): Gate['guards'] => ({ at: 'exit', phase: term(`p${place}`) });

const phaseOf = ({ analysis, checklist }: PhaseRoll, place: number): ProcessTemplate['phases'][number] => {
  const kind = analysis === null ? undefined : kinds[analysis];
  return {
    ...named(`p${place}`),
    checklist: checklist ? [named(`i${place}`)] : [],
    activities: [
      { ...named(`a${place}`), steps: [], deliverables: [named(`d${place}`)] },
      { ...named(`b${place}`), steps: [named(`s${place}`)], ...(kind === undefined ? {} : { analysis: kind }) },
    ],
  };
};

const gateOf = (
  { criteria, roles, reviewers, ceiling }: GateRoll,
  id: string,
  guards: Gate['guards'],
  before: ProcessTemplate['phases'],
): Gate => ({
  ...named(id),
  guards,
  criteria: criteria.map((roll, index) => criterionOf(roll, `${id}c${index}`, before)),
  reviewerRoles: roles,
  form: 'meeting',
  reviewers,
  simplifications: [],
  ...(ceiling === null ? {} : { selfReviewUpTo: yuan(ceiling) }),
});

/** A criterion about what can be there by then. */
export const criterionOf = (
  { test, must, score }: CriterionRoll,
  id: string,
  before: ProcessTemplate['phases'],
): Criterion => {
  const analyses = before.flatMap(({ activities }) => activities.flatMap(({ analysis }) => analysis ?? []));
  const place = test % before.length;
  const tests: ReadonlyArray<Criterion['test']> = [
    { by: 'activity', activity: term(`a${place}`) },
    { by: 'document', document: term(`d${place}`) },
    { by: 'layer', layer: term(layers[test % 2] ?? 'users') },
    { by: 'needBudgeted' },
    { by: 'reviewers' },
    { by: 'reviewers' },
    ...analyses.flatMap((analysis) => Array.from({ length: 4 }, () => ({ by: 'analysis', analysis }) as const)),
  ];
  const picked = tests[test % tests.length] ?? { by: 'reviewers' };
  return {
    ...named(id),
    must,
    test: picked,
    ...(score === null || picked.by !== 'reviewers' ? {} : { minimumScore: score }),
  };
};

/** The process as a project runs it: phases merged with the next where `merges` says so, never across signing. */
export const tailoredOf = (
  { phases, gates, signedIn }: ProcessTemplate,
  merges: ReadonlyArray<boolean> = [],
): TailoredProcess => {
  const stages: Array<Array<(typeof phases)[number]>> = [];
  for (const [place, phase] of phases.entries()) {
    const before = phases[place - 1];
    const merged = before !== undefined && before.id !== signedIn && merges[place - 1] === true;
    if (merged) stages.at(-1)?.push(phase);
    else stages.push([phase]);
  }
  const ids = <Id>(all: ReadonlyArray<{ readonly id: Id }>): ReadonlyArray<Id> => all.map(({ id }) => id);
  return {
    stages: stages.map((all) => ({
      phases: ids(all),
      activities: all.flatMap(({ activities }) =>
        activities.map(({ id, steps }) => ({ activity: id, steps: ids(steps) })),
      ),
      checklist: all.flatMap(({ checklist }) => ids(checklist)),
    })),
    gates: stages.flatMap((all) => {
      const here = gates.filter(({ guards }) =>
        all.some(({ id }) => id === (guards.at === 'exit' ? guards.phase : signedIn)),
      );
      const last = here.at(-1);
      const exit = all.at(-1)?.id;
      if (last === undefined || exit === undefined) return [];
      return [united(here, last.guards.at === 'signing' ? last.guards : { at: 'exit', phase: exit })];
    }),
  };
};
