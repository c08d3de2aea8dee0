import type { Criterion, Gate, ProcessTemplate } from '@millrace/sales';
import { replayUnder, stricter } from '@millrace/sales';
import { expect, test } from 'vitest';
import { gateOf, ours } from '../support/key-account.js';
import { cny, named, term } from '../support/playbooks.js';
import { criterion, exitOf, gateAsking } from '../support/processes.js';
import { day } from '../support/story.js';
import { asked, decided, entered, exchanging, known, negotiating, opened, requested, was } from './gate-story.js';

const { process, projects } = ours;
const rules = (template: ProcessTemplate) => ({ ...projects, processes: [template] });

/** The process with something else at one of its gates. */
const with_ = (id: string, more: Partial<Gate>): ProcessTemplate => ({
  ...process,
  gates: process.gates.map((gate) => (gate.id === id ? { ...gate, ...more } : gate)),
});
const asking = (...more: ReadonlyArray<Criterion>) =>
  with_('preliminary', { criteria: [...gateOf('preliminary').criteria, ...more] });
const compare = (to: ProcessTemplate) => stricter(rules(process), rules(to), process.id);

test('GAT-11 rules are stricter with more to meet, more roles, lower ceilings and more gates, or the same', () => {
  const more = { reviewerRoles: [term('reviewer'), term('salesDirector')] };
  const extra = gateAsking('extra', exitOf('projectPlanning'), criterion('planned'));
  for (const to of [
    process,
    asking(criterion('funded')),
    with_('preliminary', more),
    with_('preliminary', { selfReviewUpTo: cny(0) }),
    with_('preliminary', { criteria: gateOf('preliminary').criteria.map((one) => ({ ...one, must: true })) }),
    with_('preliminary', { criteria: gateOf('preliminary').criteria.filter(({ must }) => must) }),
    { ...process, gates: [...process.gates, extra] },
  ]) {
    expect(compare(to)).toBe(true);
  }
  expect(stricter(rules(asking(criterion('funded'))), rules(process), process.id)).toBe(false);
});

test('GAT-11 rules are not stricter with less of anything', () => {
  const [first, ...others] = gateOf('preliminary').criteria;
  if (first === undefined) throw new Error('no criterion');
  const establishment = gateOf('establishment');
  for (const to of [
    with_('preliminary', { criteria: others }),
    with_('preliminary', { criteria: [{ ...first, must: false }, ...others] }),
    with_('preliminary', { criteria: [{ ...first, test: { by: 'reviewers' } }, ...others] }),
    with_('establishment', {
      criteria: establishment.criteria.map((one) => ({ ...one, ...(one.minimumScore && { minimumScore: 5 }) })),
    }),
    with_('establishment', { reviewerRoles: establishment.reviewerRoles.slice(1) }),
    {
      ...process,
      phases: process.phases.map((phase) => ({
        ...phase,
        activities: phase.activities.map(({ analysis, ...one }) =>
          analysis === 'own' || analysis === undefined ? one : { ...one, analysis },
        ),
      })),
    },
  ]) {
    expect(compare(to)).toBe(false);
  }
  const capped = with_('preliminary', { selfReviewUpTo: cny(100) });
  const from = (to: ProcessTemplate) => stricter(rules(capped), rules(to), process.id);
  expect([100, 101, 99].map((minor) => from(with_('preliminary', { selfReviewUpTo: cny(minor) })))).toEqual([
    true,
    false,
    true,
  ]);
  expect(from(process)).toBe(false);
  expect(from(with_('preliminary', { selfReviewUpTo: { ...cny(99), currency: 'USD' } as never }))).toBe(false);
});

test('GAT-11 rules with other phases, another signing, or a gate missing or moved, are not compared', () => {
  const [first, ...others] = process.phases;
  if (first === undefined) throw new Error('no phase');
  for (const to of [
    { ...process, id: term('other') },
    { ...process, phases: others },
    { ...process, phases: [...others, first] },
    { ...process, signedIn: term('projectPlanning') },
    { ...process, gates: process.gates.slice(1) },
    with_('preliminary', { guards: exitOf('projectPlanning') }),
  ]) {
    expect(compare(to)).toBe('incomparable');
  }
  expect(stricter(rules({ ...process, id: term('other') }), rules(process), process.id)).toBe('incomparable');
  expect(compare(with_('commercial', { guards: exitOf('negotiationSigning') }))).toBe(true);
});

test('GAT-11 a go that would have been refused stops the project there, and what follows is ignored', () => {
  expect(replayUnder(exchanging, process)).toEqual({ reached: 'conceptExchange' });
  const stop = { gate: 'preliminary', entry: 'go', review: 'r1', at: day(10) };
  expect(replayUnder(negotiating, asking(criterion('funded')))).toEqual({
    reached: 'informationCollection',
    stoppedAt: { ...stop, why: [{ type: 'MustMeetUnmet', criteria: ['funded'] }] },
  });
  const director = { reviewerRoles: [term('reviewer'), term('commercialReviewer')] };
  expect(replayUnder(exchanging, with_('preliminary', director)).stoppedAt).toEqual({
    ...stop,
    why: [{ type: 'RoleNotFilled', role: 'commercialReviewer' }],
  });
  expect(replayUnder(opened.slice(0, 1), process)).toEqual({});
});

test('GAT-11 what was recorded counts, by the record or as reviewers judged it', () => {
  const recorded = criterion('visited', { by: 'activity', activity: term('customerNeed') });
  expect(replayUnder(exchanging, asking(recorded))).toEqual({ reached: 'conceptExchange' });
  const scored = gateOf('preliminary').criteria.map((one) =>
    one.id === 'worthAProject' ? { ...one, minimumScore: 1 } : one,
  );
  expect(replayUnder(exchanging, with_('preliminary', { criteria: scored })).stoppedAt?.why).toEqual([
    { type: 'MustMeetUnmet', criteria: ['worthAProject'] },
  ]);
  const judged = gateOf('preliminary').criteria.map((one) => (one.id === 'needKnown' ? criterion('needKnown') : one));
  expect(replayUnder(exchanging, with_('preliminary', { criteria: judged })).stoppedAt?.why).toEqual([
    { type: 'MustMeetUnmet', criteria: ['needKnown'] },
  ]);
});

test('GAT-11 a self-review above a lower ceiling stops the project when its conditions are fulfilled', () => {
  const condition = { id: 'papers', text: 'Send the papers', due: day(20) };
  const self = { chair: 'ada', reviewers: [{ person: 'ada', role: 'reviewer' }], independence: 'self' };
  const history = [
    ...known,
    was(4, 'AmountEstimated', { amount: cny(500) }),
    requested(5, 'r1', 'preliminary'),
    decided(10, 'conditionalGo', { ...self, conditions: [condition] }),
    was(12, 'ConditionFulfilled', { review: 'r1', condition: 'papers', confirmedBy: 'ada', late: false }),
    entered(12, 'conceptExchange', 'conditionsFulfilled', 'r1'),
  ];
  expect(replayUnder(history, with_('preliminary', { selfReviewUpTo: cny(500) }))).toEqual({
    reached: 'conceptExchange',
  });
  expect(replayUnder(history, with_('preliminary', { selfReviewUpTo: cny(499) })).stoppedAt).toEqual({
    ...{ gate: 'preliminary', entry: 'conditionsFulfilled', review: 'r1', at: day(12) },
    why: [{ type: 'SelfReviewAboveCeiling', minor: 500, ceiling: 499 }],
  });
});

test('GAT-11 signing is decided anew, and so is an advance where these rules have a gate', () => {
  const signing = [
    ...negotiating,
    requested(23, 'r3', 'commercial'),
    decided(24, 'go', { review: 'r3', gates: ['commercial'] }),
    was(30, 'ContractSigned', {}),
    entered(30, 'implementationSummary', 'signing'),
  ];
  // The go of the story carries no judgement of the terms, nor the roles of the commercial gate.
  const only = (gate: string, more: Partial<Gate> = {}) => ({ ...process, gates: [{ ...gateOf(gate), ...more }] });
  const open = { criteria: [], reviewerRoles: [term('reviewer')] };
  expect(replayUnder(signing, only('commercial', open))).toEqual({ reached: 'implementationSummary' });
  expect(replayUnder(signing, only('commercial'))).toMatchObject({
    reached: 'negotiationSigning',
    stoppedAt: { gate: 'commercial', entry: 'signing', review: 'r3', at: day(30) },
  });
  const alone = signing.map((event) =>
    event.type === 'GateDecided' && event.data.review === 'r3'
      ? was(24, 'GateDecided', { ...event.data, chair: 'ada', reviewers: [{ person: 'ada', role: 'reviewer' }] })
      : event,
  );
  expect(replayUnder(alone, only('commercial', open))).toEqual({ reached: 'implementationSummary' });
  expect(replayUnder(alone, only('commercial', { ...open, selfReviewUpTo: cny(1) })).stoppedAt?.why).toEqual([
    { type: 'SelfReviewAmountUnknown', ceiling: 1 },
  ]);
  const extra = gateAsking('extra', exitOf('projectPlanning'), criterion('planned'));
  expect(replayUnder(signing, { ...process, gates: [extra] })).toEqual({
    reached: 'projectPlanning',
    stoppedAt: { gate: 'extra', entry: 'advance', at: day(20), why: [{ type: 'GateUndecided', gate: 'extra' }] },
  });
});

test('GAT-11 hold, recycle and kill stand, whatever these rules ask', () => {
  const closed = was(10, 'ProjectClosed', { outcome: 'disqualified', gate: 'preliminary', review: 'r1' });
  const strict = asking(criterion('funded', { by: 'layer', layer: named('auxiliary').id }));
  expect(replayUnder([...asked, decided(10, 'hold')], strict)).toEqual({ reached: 'informationCollection' });
  expect(replayUnder([...asked, decided(10, 'kill'), closed], strict)).toEqual({ reached: 'informationCollection' });
  const back = [
    decided(10, 'recycle', { to: 'informationCollection' }),
    entered(10, 'informationCollection', 'recycle', 'r1'),
  ];
  expect(replayUnder([...asked, ...back], strict)).toEqual({ reached: 'informationCollection' });
});
