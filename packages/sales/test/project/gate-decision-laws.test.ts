import assert from 'node:assert/strict';
import type { ProcessTemplate } from '@millrace/sales';
import type { GateWalk } from '@millrace/testing';
import { expect, test } from 'vitest';
import { atEvery, forEveryWalk, momentsOf, often } from './gate-histories.js';

const gatesOf = ({ template }: GateWalk, ids: ReadonlyArray<string>): ProcessTemplate['gates'] =>
  template.gates.filter(({ id }) => ids.includes(id));

test('GAT-7 self-review only where nobody else was or is to be on the team; else every role from outside', () => {
  const counts = atEvery('GateDecided', ({ event, team, everybody, amount }, walk, met) => {
    const { independence, chair, reviewers, gates, review, decision } = event.data;
    const asked = gatesOf(walk, gates);
    const persons = new Set(reviewers.map(({ person }) => person));
    assert(persons.has(chair));
    met(`${independence} ${decision}`);
    if (independence === 'self') {
      assert.deepEqual([...everybody], [chair]);
      assert.deepEqual([...persons], [chair]);
      for (const { selfReviewUpTo: ceiling, guards } of asked) {
        if (ceiling === undefined) continue;
        met(amount === undefined ? 'amount unknown' : 'below the ceiling');
        assert(amount === undefined ? guards.at === 'exit' : amount <= ceiling.minor);
      }
      return;
    }
    const request = walk.events.find((one) => one.type === 'GateReviewRequested' && one.data.review === review);
    assert(request?.type === 'GateReviewRequested');
    assert.notEqual(request.data.requestedBy, chair);
    for (const role of asked.flatMap(({ reviewerRoles }) => reviewerRoles)) {
      assert(reviewers.some((one) => one.role === role && !team.has(one.person)));
    }
    assert(persons.size >= Math.max(...asked.map((gate) => gate.reviewers)));
    if (team.size > 1) met('of a team');
    if (gates.length > 1) met('merged');
  });
  const decisions = ['go', 'conditionalGo', 'hold', 'recycle', 'kill'];
  const all = ['independent', 'self'].flatMap((how) => decisions.map((decision) => [`${how} ${decision}`, 3]));
  often(counts, {
    ...Object.fromEntries(all),
    'of a team': 10,
    merged: 5,
    'amount unknown': 5,
    'below the ceiling': 3,
  });
});

test('GAT-8 evidence is no later than the decision that rests on it, and happened before it', () => {
  const counts = atEvery('GateDecided', ({ event, index }, { events }, met) => {
    for (const one of event.data.evidence) {
      if ('document' in one) {
        assert(one.at <= event.effectiveAt);
        met('document');
        continue;
      }
      assert(one.revision < index);
      assert((events[one.revision]?.effectiveAt ?? '') <= event.effectiveAt);
      met('event');
    }
  });
  often(counts, { document: 50, event: 50 });
});

test('GAT-12 a gate that must have the analyses has no go before they are recorded', () => {
  const counts = atEvery('GateDecided', ({ event, done, needed }, walk, met) => {
    const { decision, gates } = event.data;
    if (decision !== 'go' && decision !== 'conditionalGo') return;
    for (const { must, test: tested } of gatesOf(walk, gates).flatMap(({ criteria }) => criteria)) {
      if (!must || tested.by !== 'analysis') continue;
      const all = walk.template.phases.flatMap(({ activities }) => activities);
      for (const { id } of all.filter(({ analysis }) => analysis === tested.analysis)) assert(done.has(id));
      if (tested.analysis === 'customer') assert(needed);
      met(tested.analysis);
    }
  });
  often(counts, { customer: 3, own: 3, competitor: 3, environment: 3 });
});

test('PRJ-5 a go has every criterion that must be met, each criterion once, and words on the others', () => {
  const counts = atEvery('GateDecided', ({ event }, walk, met) => {
    const { decision, gates, criteria, form } = event.data;
    const asked = gatesOf(walk, gates).flatMap((gate) => gate.criteria);
    assert.deepEqual(
      criteria.map(({ criterion }) => criterion),
      asked.map(({ id }) => id),
    );
    assert.equal(form, 'meeting');
    for (const [place, { met: isMet, must, by, score = 0, comment }] of criteria.entries()) {
      const { test: tested, minimumScore = 0, must: binds } = asked[place] ?? {};
      assert.deepEqual([must, by === 'reviewers'], [binds, tested?.by === 'reviewers']);
      if (isMet && by === 'reviewers') assert(score >= minimumScore);
      if (isMet || (decision !== 'go' && decision !== 'conditionalGo')) continue;
      assert(!must && comment !== undefined);
      met('should, not met');
    }
    met('decided');
  });
  often(counts, { decided: 100, 'should, not met': 5 });
});

test('Q11 a review is decided once, an open gate has one review, and a hold lasts until the next decision', () => {
  let asked = 0;
  forEveryWalk((walk) => {
    const open = new Set<string>();
    const ever = new Set<string>();
    for (const { event, passed, stage } of momentsOf(walk)) {
      if (event.type === 'GateReviewRequested') {
        assert(!ever.has(event.data.review) && open.size === 0 && !passed.has(stage));
        open.add(event.data.review);
        ever.add(event.data.review);
        asked++;
      }
      if (event.type === 'GateDecided') assert(open.delete(event.data.review));
    }
  });
  expect(asked).toBeGreaterThan(100);
});

test('GAT-1 what may not be asked is refused, in every way that generated commands reach', () => {
  const refused = new Map<string, number>();
  forEveryWalk((walk) => {
    for (const type of walk.refused) refused.set(type, (refused.get(type) ?? 0) + 1);
  });
  const rare = [
    'ChairRequestedReview',
    'CommentMissing',
    'ConditionDoubled',
    'ConditionUnknown',
    'CriterionJudgedTwice',
    'DecisionTakesNo',
    'EffectiveBeforeLast',
    'EvidenceLater',
    'EvidenceUnknown',
    'GateNotAtExit',
    'GateUnknown',
    'MustMeetUnmet',
    'ProjectEnded',
    'ReviewAlreadyDecided',
    'ReviewIdTaken',
    'ReviewUndecided',
    'ReviewUnknown',
    'ReviewerWithoutRole',
    'RoleNotFilled',
    'ScoreOutOfRange',
    'SelfReviewAboveCeiling',
    'SelfReviewAmountUnknown',
    'SelfReviewNotAllowed',
    'ReviewTooSmall',
    'UnknownCriterion',
  ].filter((type) => (refused.get(type) ?? 0) < 1);
  expect(rare).toEqual([]);
});
