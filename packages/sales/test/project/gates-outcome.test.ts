import { test } from 'vitest';
import { day } from '../support/story.js';
import {
  after,
  ask,
  asked,
  both,
  decided,
  did,
  entered,
  exchanging,
  go,
  later,
  negotiating,
  on,
  requested,
  was,
} from './gate-story.js';

const papers = { id: 'papers', text: 'Send the papers', due: day(20) };
const visit = { id: 'visit', text: 'Visit the site', due: day(15) };
const fulfil = (condition: string, confirmedBy = 'mia') =>
  ask('FulfilCondition', { review: 'r1', condition, confirmedBy });
const confirmed = (when: number, condition: string, late: boolean) =>
  was(when, 'ConditionFulfilled', { review: 'r1', condition, confirmedBy: 'mia', late });
const waiting = [...asked, decided(10, 'conditionalGo', { conditions: [papers, visit] })];

test('Q11 a conditional go opens the phase with its last condition, however late', () => {
  after(...asked)
    .when(go({ decision: 'conditionalGo', conditions: [papers, visit] }), on(10))
    .thenEvents(decided(10, 'conditionalGo', { conditions: [papers, visit] }));
  after(...waiting)
    .when(fulfil('papers'), on(20))
    .thenEvents(confirmed(20, 'papers', false));
  const one = [...waiting, confirmed(20, 'papers', false)];
  after(...one)
    .when(fulfil('papers'), on(25))
    .thenNothing();
  after(...one)
    .when(fulfil('visit'), on(21))
    .thenEvents(confirmed(21, 'visit', true), entered(21, 'conceptExchange', 'conditionsFulfilled', 'r1'));
  after(...waiting)
    .when(fulfil('visit'), { ...on(15), effectiveAt: later(15) })
    .thenEvents({ ...confirmed(15, 'visit', true), effectiveAt: later(15) });
});

test('Q11 conditions are named once, and only by a conditional go', () => {
  const conditional = (conditions?: ReadonlyArray<object>) =>
    go({ decision: 'conditionalGo', ...(conditions && { conditions }) });
  after(...asked)
    .when(conditional())
    .thenRefused({ type: 'ConditionsMissing' });
  after(...asked)
    .when(conditional([]))
    .thenRefused({ type: 'ConditionsMissing' });
  after(...asked)
    .when(conditional([papers, visit, papers]))
    .thenRefused({ type: 'ConditionDoubled', condition: 'papers' });
  after(...asked)
    .when(go({ conditions: [papers] }))
    .thenRefused({ type: 'DecisionTakesNo', decision: 'go', field: 'conditions' });
  after(...asked)
    .when(go({ decision: 'hold', to: 'informationCollection' }))
    .thenRefused({ type: 'DecisionTakesNo', decision: 'hold', field: 'to' });
  after(...asked)
    .when(go({ decision: 'kill', redo: [] }))
    .thenRefused({ type: 'DecisionTakesNo', decision: 'kill', field: 'redo' });
});

test('Q11 a condition is confirmed by a reviewer of that gate, in turn, while it waits', () => {
  after(...waiting)
    .when(fulfil('other'))
    .thenRefused({ type: 'ConditionUnknown', review: 'r1', condition: 'other' });
  after(...asked)
    .when(fulfil('papers'))
    .thenRefused({ type: 'ConditionUnknown', review: 'r1', condition: 'papers' });
  after(...asked.slice(0, 3))
    .when(fulfil('papers'))
    .thenRefused({ type: 'ReviewUnknown', review: 'r1' });
  after(...waiting)
    .when(fulfil('papers', 'bob'))
    .thenRefused({ type: 'NotAReviewer', person: 'bob', review: 'r1' });
  after(...waiting)
    .when(fulfil('papers'), on(9))
    .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(10) });
  after(...waiting, confirmed(20, 'papers', false))
    .when(fulfil('visit'), on(19))
    .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(20) });
  after(...waiting, was(12, 'ProjectClosed', { outcome: 'dormant' }))
    .when(fulfil('papers'))
    .thenRefused({ type: 'ProjectEnded', project: 'x1', outcome: 'dormant', since: day(12) });
});

test('Q11 a conditional go lapses when its gate is reviewed, or the project opened, again', () => {
  const lapsed = { type: 'ConditionsLapsed', review: 'r1' } as const;
  after(...waiting, requested(12, 'r2', 'preliminary'))
    .when(fulfil('papers'))
    .thenRefused(lapsed);
  const reopened = [
    was(12, 'ProjectClosed', { outcome: 'dormant' }),
    was(13, 'ProjectReopened', { reason: 'customerResumed' }),
    entered(13, 'informationCollection', 'reopening'),
  ];
  after(...waiting, ...reopened)
    .when(fulfil('papers'))
    .thenRefused(lapsed);
});

test('Q11 on hold no phase is entered until a new review decides', () => {
  after(...asked)
    .when(go({ decision: 'hold' }), on(10))
    .thenEvents(decided(10, 'hold'));
  const held = [...asked, decided(10, 'hold')];
  after(...held)
    .when(ask('RequestGateReview', { review: 'r2', gate: 'preliminary', requestedBy: 'ada' }), on(12))
    .thenEvents(requested(12, 'r2', 'preliminary'));
  after(...held)
    .when(go(), on(12))
    .thenRefused({ type: 'ReviewAlreadyDecided', review: 'r1', decision: 'hold' });
  after(...held, did(11, 'advanceInformation'), requested(12, 'r2', 'preliminary'))
    .when(go({ review: 'r2', decision: 'kill', criteria: [] }), on(14))
    .thenEvents(
      decided(14, 'kill', {
        review: 'r2',
        criteria: [
          { criterion: 'needKnown', must: true, met: true, by: 'record' },
          { criterion: 'regionKnown', must: false, met: true, by: 'record' },
          { criterion: 'worthAProject', must: true, met: false, by: 'reviewers' },
        ],
      }),
      was(14, 'ProjectClosed', { outcome: 'disqualified', gate: 'preliminary', review: 'r2' }),
    );
});

const recycle = (more: object) => ask('DecideGate', { ...back, decision: 'recycle', ...more });
const back = {
  ...{ review: 'r2', chair: 'mia', criteria: [], evidence: [] },
  reviewers: [
    { person: 'mia', role: 'salesDirector' },
    { person: 'noa', role: 'technicalReviewer' },
  ],
};
const reviewed = [...exchanging, requested(12, 'r2', 'establishment')];

test('GAT-3 a recycle goes back to a phase entered, and names what is done again', () => {
  after(...reviewed)
    .when(recycle({}))
    .thenRefused({ type: 'RecyclePhaseMissing' });
  after(...reviewed)
    .when(recycle({ to: 'none' }))
    .thenRefused({ type: 'PhaseUnknown', phase: 'none' });
  after(...reviewed)
    .when(recycle({ to: 'projectPlanning' }))
    .thenRefused({ type: 'RecycleAhead', to: 'projectPlanning', phase: 'conceptExchange' });
  after(...reviewed)
    .when(recycle({ to: 'informationCollection', redo: ['customerNeed', 'advanceInformation'] }))
    .thenRefused({ type: 'RedoNotDone', activity: 'advanceInformation' });
});

test('GAT-3 a recycle voids the go of the gate it goes back behind: it is decided anew, on what is done again', () => {
  const redone = [
    ...reviewed,
    decided(13, 'recycle', {
      ...{ review: 'r2', gates: ['establishment'], criteria: [], evidence: [] },
      ...{ to: 'informationCollection', redo: ['customerNeed'] },
    }),
    entered(13, 'informationCollection', 'recycle', 'r2'),
    requested(14, 'r3', 'preliminary'),
  ];
  after(...redone)
    .when(go({ review: 'r3' }))
    .thenRefused({ type: 'MustMeetUnmet', criteria: ['needKnown'] });
  after(...redone, did(15, 'customerNeed'))
    .when(go({ review: 'r3' }), on(16))
    .thenEvents(decided(16, 'go', { review: 'r3' }), entered(16, 'conceptExchange', 'go', 'r3'));
});

const signed = [...negotiating, was(30, 'ContractSigned', {}), entered(30, 'implementationSummary', 'signing')];
const relationship = [
  ...signed,
  did(35, 'implementation'),
  did(35, 'projectSummary'),
  requested(36, 'r2', 'customerRelationship'),
];
const fit = { criteria: [{ criterion: 'relationshipFit', met: true }], reviewers: back.reviewers.slice(0, 1) };
const stood = (decision: string, more: object = {}) =>
  decided(40, decision, {
    ...{ review: 'r2', gates: ['customerRelationship'], evidence: [], reviewers: fit.reviewers },
    criteria: [
      { criterion: 'implemented', must: true, met: true, by: 'record' },
      { criterion: 'summarised', must: false, met: true, by: 'record' },
      { criterion: 'relationshipFit', must: true, met: true, by: 'reviewers' },
    ],
    ...more,
  });

test('GAT-3 no recycle goes back across the signed contract', () => {
  const refused = { type: 'RecycleAcrossSigning', to: 'negotiationSigning', signedIn: 'negotiationSigning' } as const;
  after(...relationship)
    .when(recycle({ ...fit, to: 'negotiationSigning' }))
    .thenRefused(refused);
  after(...relationship)
    .when(recycle({ ...fit, to: 'implementationSummary' }), on(40))
    .thenEvents(
      stood('recycle', { to: 'implementationSummary' }),
      entered(40, 'implementationSummary', 'recycle', 'r2'),
    );
});

test('GAT-2 a kill closes: what is not won is disqualified, and a win stays one', () => {
  after(...asked)
    .when(go({ decision: 'kill' }), on(10))
    .thenEvents(
      decided(10, 'kill'),
      was(10, 'ProjectClosed', { outcome: 'disqualified', gate: 'preliminary', review: 'r1' }),
    );
  after(...relationship)
    .when(ask('DecideGate', { ...back, ...fit, decision: 'kill' }), on(40))
    .thenEvents(
      stood('kill'),
      was(40, 'ProjectClosed', { outcome: 'won', gate: 'customerRelationship', review: 'r2' }),
    );
});

test('PRJ-33 a gate after signing opens the extension, unless the contract was ended', () => {
  after(...relationship)
    .when(ask('DecideGate', { ...back, ...fit, decision: 'go' }), on(40))
    .thenEvents(stood('go'), entered(40, 'newProjectExtension', 'go', 'r2'));
  const ended = was(37, 'ContractTerminated', { reason: 'The customer went out of business' });
  const over = { type: 'ContractEnded', terminatedAt: day(37) } as const;
  after(...relationship, ended)
    .when(ask('DecideGate', { ...back, ...fit, decision: 'go' }))
    .thenRefused(over);
  after(...relationship, ended)
    .when(recycle({ ...fit, to: 'implementationSummary' }))
    .thenRefused(over);
  after(...relationship, ended)
    .when(ask('DecideGate', { ...back, ...fit, decision: 'hold' }), on(40))
    .thenEvents(stood('hold'));
  const conditional = decided(36, 'conditionalGo', {
    review: 'r2',
    gates: ['customerRelationship'],
    conditions: [papers],
    reviewers: both,
  });
  after(...relationship, conditional, ended)
    .when(ask('FulfilCondition', { review: 'r2', condition: 'papers', confirmedBy: 'mia' }))
    .thenRefused(over);
});
