import {
  checkTailoring,
  type ProcessTemplate,
  plainProcess,
  type Stage,
  sameProcess,
  type TailoredGate,
  type TailoredProcess,
  type TailoringAsked,
} from '@millrace/sales';
import { anyTailoring, anyTailoringMutant, anyTemplate } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { merge, unionOf } from '../support/tailorings.js';

/** A template, and phases after which a stage does not end: none of them the one of signing, nor the last. */
const merges = anyTemplate.chain((template) => {
  const inner = template.phases.slice(0, -1).filter(({ id }) => id !== template.signedIn);
  const ids = inner.map(({ id }) => id);
  return fc.record({
    template: fc.constant(template),
    gone: fc.shuffledSubarray(ids),
    asked: anyTailoring(template),
  });
});

/** Stages merged two by two, where they end with these phases. */
const inSteps = (process: TailoredProcess, ends: ReadonlyArray<string>, { signedIn }: ProcessTemplate) =>
  ends.reduce((merged, end) => {
    const place = merged.stages.findIndex(({ phases }) => phases.at(-1) === end);
    return place < 0 ? merged : merge(merged, place, signedIn);
  }, process);

/** The template with all these merged at once. */
const atOnce = (template: ProcessTemplate, gone: ReadonlyArray<string>): TailoredProcess => {
  const { stages, gates } = plainProcess(template);
  const groups: Array<Array<Stage>> = [[]];
  for (const stage of stages) {
    groups.at(-1)?.push(stage);
    if (stage.phases.every((end) => !gone.includes(end))) groups.push([]);
  }
  const merged = groups
    .filter((group) => group.length > 0)
    .map((group) => ({
      phases: group.flatMap(({ phases }) => phases),
      activities: group.flatMap(({ activities }) => activities),
      checklist: group.flatMap(({ checklist }) => checklist),
    }));
  const before = ({ guards }: TailoredGate) => (guards.at === 'exit' ? guards.phase : template.signedIn);
  return {
    stages: merged,
    gates: merged.flatMap((stage) =>
      unionOf(
        gates.filter((gate) => stage.phases.includes(before(gate))),
        stage,
      ),
    ),
  };
};

const nothingBegun = { size: undefined, entered: new Set<string>(), requested: new Set<string>() };

describe('merging', () => {
  test('step by step, in any order, is one merge, and accepted GAT-5', () =>
    fc.assert(
      fc.property(merges, ({ template, gone }) => {
        const plain = plainProcess(template);
        const merged = inSteps(plain, gone, template);
        const asked: TailoringAsked = { template, standing: plain, proposed: merged, ...nothingBegun };
        expect(merged.stages).toHaveLength(template.phases.length - gone.length);
        expect(sameProcess(merged, atOnce(template, gone))).toBe(true);
        expect(sameProcess(inSteps(plain, gone.toReversed(), template), merged)).toBe(true);
        expect(checkTailoring(asked)).toEqual(E.right(undefined));
        expect(checkTailoring({ ...asked, standing: merged, proposed: plain })).toEqual(E.right(undefined));
      }),
      { numRuns: 500 },
    ));

  test('what is tailored already is answered as if it were asked at once GAT-5', () => {
    const answers = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(merges, ({ template, gone, asked: { proposed: tailored, size, requested } }) => {
        fc.pre(requested.size === 0);
        const proposed = inSteps(tailored, gone, template);
        expect(sameProcess(inSteps(tailored, gone.toReversed(), template), proposed)).toBe(true);
        const asked = { template, proposed, ...nothingBegun, size };
        const answer = checkTailoring({ ...asked, standing: tailored });
        expect(answer).toEqual(checkTailoring({ ...asked, standing: plainProcess(template) }));
        answers[E.isRight(answer) ? 'accepted' : 'refused'] += 1;
        if (E.isLeft(answer)) expect(answer.left.type).toBe('ActivityMovedAcrossGate');
      }),
      { numRuns: 500 },
    );
    expect(answers.accepted).toBeGreaterThan(100);
  });

  test('nothing changes nothing, whatever has begun GAT-5', () =>
    fc.assert(
      fc.property(anyTemplate, (template) => {
        const [plain, again] = [plainProcess(template), plainProcess(template)];
        const entered = new Set(template.phases.map(({ id }) => id));
        const requested = new Set(template.gates.map(({ id }) => id));
        expect(sameProcess(plain, again)).toBe(true);
        const asked = { template, standing: plain, proposed: again, size: undefined, entered, requested };
        expect(checkTailoring(asked)).toEqual(E.right(undefined));
      }),
    ));
});

describe('two processes', () => {
  test('are the same in another order, where order means nothing, and answered alike', () =>
    fc.assert(
      fc.property(anyTemplate.chain(anyTailoring), (asked) => {
        const turned = backwards(asked.proposed);
        expect(sameProcess(turned, asked.proposed)).toBe(true);
        expect(checkTailoring({ ...asked, proposed: turned })).toEqual(E.right(undefined));
      }),
    ));

  test('that are answered differently are different', () =>
    fc.assert(
      fc.property(anyTemplate.chain(anyTailoringMutant), ({ kind, from, asked }) => {
        fc.pre(kind !== 'none');
        const alike = { ...from, proposed: asked.proposed };
        if (E.isRight(checkTailoring(alike))) return;
        expect(sameProcess(from.proposed, asked.proposed)).toBe(false);
      }),
      { numRuns: 1_000 },
    ));
});

const backwards = ({ stages, gates }: TailoredProcess): TailoredProcess => ({
  stages: stages.map((stage) => ({
    phases: stage.phases,
    activities: stage.activities.toReversed(),
    checklist: stage.checklist.toReversed(),
  })),
  gates: gates.toReversed().map((gate) => ({
    ...gate,
    gates: gate.gates.toReversed(),
    criteria: gate.criteria.toReversed(),
    reviewerRoles: gate.reviewerRoles.toReversed(),
  })),
});
