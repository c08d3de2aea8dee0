/** Decisions that are entered late: who was on the team, and what the project was worth, as of their time. */
import { replay } from '@millrace/kernel';
import { keyAccount, type ProjectContext, personFold } from '@millrace/sales';
import { test } from 'vitest';
import { ours } from '../support/key-account.js';
import { cny } from '../support/playbooks.js';
import { day } from '../support/story.js';
import {
  after,
  ask,
  asked,
  decided,
  did,
  entered,
  go,
  negotiating,
  on,
  opened,
  openedUnder,
  playbookWith,
  requested,
  was,
} from './gate-story.js';

const opens = (when: number) => entered(when, 'conceptExchange', 'go', 'r1');
/** Recorded on day 50, as of a day before. */
const asOf = (n: number): ProjectContext => ({ ...on(50), effectiveAt: day(n) });

test('GAT-7 LAW-39 who left the team later was of it when the review was decided', () => {
  const [mia, noa] = ['mia', 'noa'].map((person) => was(6, 'TeamMemberJoined', { person }));
  if (mia === undefined || noa === undefined) throw new Error('nobody joined');
  const left = [...asked, mia, noa, ...['mia', 'noa'].map((person) => was(12, 'TeamMemberLeft', { person }))];
  after(...left)
    .when(go(), asOf(11))
    .thenRefused({ type: 'RoleNotFilled', role: 'reviewer' });
  after(...left)
    .when(go(), asOf(12))
    .thenEvents(decided(12, 'go'), opens(12));
  const handed = [
    ...asked,
    was(6, 'ProjectTransferred', { from: 'ada', to: 'mia', reason: 'ada moves' }),
    was(12, 'ProjectTransferred', { from: 'mia', to: 'bob', reason: 'mia moves' }),
  ];
  const others = [
    { person: 'mia', role: 'reviewer' },
    { person: 'noa', role: 'other' },
  ];
  after(...handed)
    .when(go({ chair: 'noa', reviewers: others }), asOf(11))
    .thenRefused({ type: 'RoleNotFilled', role: 'reviewer' });
});

test('Q13 an amount that is dated back does not replace the one that stands', () => {
  const capped = playbookWith({ gates: ours.process.gates.map((gate) => ({ ...gate, selfReviewUpTo: cny(100) })) });
  const alone = go({ chair: 'ada', reviewers: [{ person: 'ada', role: 'reviewer' }] });
  const worth = (when: number, minor: number) => was(when, 'AmountEstimated', { amount: cny(minor) });
  const early = [...openedUnder(capped), did(3, 'customerNeed'), requested(5, 'r1', 'preliminary')];
  after(...early, worth(8, 101), worth(7, 100))
    .when(alone, on(10, capped))
    .thenRefused({ type: 'SelfReviewAboveCeiling', minor: 101, ceiling: 100 });
  after(...early, worth(8, 101), worth(8, 100))
    .when(alone, on(10, capped))
    .thenEvents(
      decided(10, 'go', { chair: 'ada', reviewers: [{ person: 'ada', role: 'reviewer' }], independence: 'self' }),
      opens(10),
    );
});

test('LAW-39 OWN-4 who has resigned reviews, asks and takes over nothing more, and nobody does before joining', () => {
  const { people } = on(10);
  const mia = replay(
    personFold,
    [{ type: 'SellerResigned' as const, data: { reason: 'moves' as never }, effectiveAt: day(9) }],
    people.get('mia'),
  );
  const without = (n: number): ProjectContext => ({ ...on(n), people: new Map([...people, ['mia', mia]]) });
  after(...asked)
    .when(go(), without(9))
    .thenRefused({ type: 'PersonResigned', person: 'mia', since: day(9) });
  after(...asked)
    .when(go(), without(8))
    .thenEvents(decided(8, 'go'), opens(8));
  after(...asked)
    .when(ask('TransferProject', { to: 'mia', reason: 'ada moves' }), without(10))
    .thenRefused({ type: 'PersonResigned', person: 'mia', since: day(9) });
  const newcomer = replay(personFold, [
    { type: 'StaffJoined', data: { person: 'noa' as never, name: 'noa' }, effectiveAt: day(11) },
  ]);
  after(...asked)
    .when(ask('JoinProjectTeam', { person: 'noa' }), { ...on(10), people: new Map([['noa', newcomer]]) })
    .thenRefused({ type: 'PersonUnknown', person: 'noa' });
});

test('PRJ-36 no review is decided as of before the process was tailored', () => {
  const [, opening] = openedUnder(keyAccount);
  if (opening?.type !== 'ProjectOpened') throw new Error('not opened');
  after(...asked, was(8, 'ProcessTailored', { process: opening.data.process }))
    .when(go({ evidence: [] }), asOf(7))
    .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'project', last: day(8) });
});

test('GAT-8 a decision rests on nothing that came later, named as evidence or not', () => {
  const unmet = { type: 'MustMeetUnmet', criteria: ['needKnown'] } as const;
  const late = [...opened, requested(5, 'r1', 'preliminary'), did(8, 'customerNeed')];
  after(...late)
    .when(go({ evidence: [] }), asOf(7))
    .thenRefused(unmet);
  after(...late)
    .when(go({ evidence: [] }), asOf(8))
    .thenEvents(decided(8, 'go', { evidence: [] }), opens(8));
});

test('GAT-8 documents and layers count from when there were any, whatever replaced them since', () => {
  const terms = go({
    review: 'r3',
    chair: 'mia',
    reviewers: [
      { person: 'mia', role: 'salesDirector' },
      { person: 'oto', role: 'commercialReviewer' },
    ],
    criteria: [{ criterion: 'termsAcceptable', met: false }],
    evidence: [],
  });
  const again = [
    was(30, 'DocumentRecorded', { document: 'contractDraft', hash: 'd'.repeat(64) }),
    was(30, 'StakeholderMapped', {
      ...{ stakeholder: 'decision', layer: 'decision', influence: 6, stance: 'supporter', keyDecisionMaker: true },
    }),
  ];
  const unmetAsOf = (n: number, ...criteria: ReadonlyArray<string>) =>
    after(...negotiating.slice(0, -9), requested(20, 'r3', 'commercial'), ...negotiating.slice(-9), ...again)
      .when(terms, asOf(n))
      .thenRefused({ type: 'MustMeetUnmet', criteria: [...criteria, 'termsAcceptable'] });
  unmetAsOf(20, 'technicallyConfirmed', 'solutionFixed', 'contractDrafted', 'decisionLayerCovered');
  unmetAsOf(21, 'decisionLayerCovered');
  unmetAsOf(22);
});
