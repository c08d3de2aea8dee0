import assert from 'node:assert/strict';
import {
  keyAccount,
  type ProcessTemplate,
  playbookModule,
  type Replayed,
  replayUnder,
  stricter,
} from '@millrace/sales';
import { type GateWalk, gateWalks, processTemplates, rulesWith, stricterPairs } from '@millrace/testing';
import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { expect, test } from 'vitest';
import { on } from './gate-story.js';

/** The same gates, asking for nothing: a history under it goes where neither of a pair would let it. */
const lax = (template: ProcessTemplate): ProcessTemplate => ({
  ...template,
  gates: template.gates.map(({ selfReviewUpTo: _, ...gate }) => ({
    ...gate,
    criteria: gate.criteria.map((criterion) => ({ ...criterion, must: false })),
  })),
});

interface Compared {
  readonly loose: ProcessTemplate;
  readonly strict: ProcessTemplate;
  readonly walk: GateWalk;
}

/** A pair, and a walk under one of the two, or under gates that ask for nothing. */
const compared: fc.Arbitrary<Compared> = stricterPairs(processTemplates()).chain(([loose, strict]) =>
  gateWalks(fc.constantFrom(loose, strict, lax(loose))).map((walk) => ({ loose, strict, walk })),
);

const rankOf = ({ phases }: ProcessTemplate, { reached }: Replayed): number =>
  phases.findIndex(({ id }) => id === reached);

/** The furthest phase that a walk entered, whatever it did later. */
const furthest = ({ template: { phases }, process, events }: GateWalk): string | undefined => {
  const entered = new Set<string>(process.stages[0]?.phases);
  for (const { type, data } of events) if (type === 'PhaseEntered') for (const phase of data.phases) entered.add(phase);
  return phases.findLast(({ id }) => entered.has(id))?.id;
};

test('GAT-11 under stricter gates no project comes further than under the looser ones', () => {
  const counts: Record<string, number> = { short: 0, same: 0, 'both stopped': 0 };
  const reasons = new Map<string, number>();
  const property = fc.property(compared, ({ loose, strict, walk }) => {
    assert.equal(stricter(rulesWith(loose), rulesWith(strict), 'works'), true);
    const [under, other] = [loose, strict].map((template) => replayUnder(walk.events, template));
    assert(under !== undefined && other !== undefined);
    assert(rankOf(loose, other) <= rankOf(loose, under));
    const [stop, sooner] = [under.stoppedAt, other.stoppedAt];
    if (stop !== undefined) assert(sooner !== undefined && sooner.at <= stop.at, 'what stops it once, stops it again');
    const what = stop !== undefined ? 'both stopped' : sooner === undefined ? 'same' : 'short';
    counts[what] = (counts[what] ?? 0) + 1;
    for (const { type } of other.stoppedAt?.why ?? []) reasons.set(type, (reasons.get(type) ?? 0) + 1);
  });
  fc.assert(property, { numRuns: 500 });
  expect(Object.entries(counts).filter(([, count]) => count < 20)).toEqual([]);
  const met = ['MustMeetUnmet', 'RoleNotFilled', 'GateUndecided', 'SelfReviewAboveCeiling'];
  expect(met.filter((type) => (reasons.get(type) ?? 0) < 2)).toEqual([]);
});

test('GAT-11 under the very rules of its history a project comes exactly as far as it came', () => {
  const property = fc.property(gateWalks(), (walk) => {
    assert.deepEqual(replayUnder(walk.events, walk.template), { reached: furthest(walk) });
    const rules = rulesWith(walk.template);
    assert.equal(stricter(rules, rules, 'works'), true);
  });
  fc.assert(property, { numRuns: 200 });
});

test('PRJ-5 generated processes, and stricter versions of them, are fit to be published', () => {
  const { decide, initial } = playbookModule.decider;
  const property = fc.property(stricterPairs(processTemplates()), (pair) => {
    for (const template of pair) {
      const playbook = { ...keyAccount, projects: rulesWith(template) };
      const answer = decide({ type: 'PublishPlaybook', playbook }, initial, on(1));
      assert(E.isRight(answer), JSON.stringify(answer));
    }
  });
  fc.assert(property, { numRuns: 100 });
});
