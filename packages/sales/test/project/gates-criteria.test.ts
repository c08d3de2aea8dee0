import { metByRecord } from '@millrace/sales';
import { expect, test } from 'vitest';
import { day } from '../support/story.js';
import {
  after,
  ask,
  asked,
  decided,
  did,
  entered,
  exchanging,
  go,
  on,
  opened,
  projectAfter,
  requested,
  said,
  was,
} from './gate-story.js';

test('PRJ-5 what the record decides is so whatever reviewers say', () => {
  const claimed = [...said, { criterion: 'needKnown', met: true }];
  const unknown = [...opened, requested(5, 'r1', 'preliminary')];
  after(...unknown)
    .when(go({ criteria: claimed, evidence: [] }))
    .thenRefused({ type: 'MustMeetUnmet', criteria: ['needKnown'] });
  const denied = [...said, { criterion: 'needKnown', met: false }];
  after(...asked)
    .when(go({ criteria: denied }), on(10))
    .thenEvents(decided(10, 'go'), entered(10, 'conceptExchange', 'go', 'r1'));
});

test('PRJ-5 what reviewers judge is met as they say, by the least score where there is one', () => {
  after(...asked)
    .when(go({ criteria: said.slice(0, 1) }))
    .thenRefused({ type: 'MustMeetUnmet', criteria: ['worthAProject'] });
  const analysed = [
    ...exchanging,
    ...['customerAnalysis', 'ownAnalysis', 'competitorAnalysis', 'environmentAnalysis'].map((id) => did(11, id)),
    was(11, 'AnalysisRecorded', {
      kind: 'customer',
      activity: 'customerAnalysis',
      part: 'needAnalysis',
      finding: 'so',
      by: 'ada',
      need: {
        problem: 'slow',
        wants: 'both',
        reason: 'growth',
        budgeted: 'yes',
        planned: 'no',
        statedRequest: 'faster',
        realNeed: 'more',
      },
    }),
    requested(12, 'r2', 'establishment'),
  ];
  const scored = (score: number) =>
    ask('DecideGate', {
      ...{ review: 'r2', decision: 'go', chair: 'mia', evidence: [] },
      reviewers: [
        { person: 'mia', role: 'salesDirector' },
        { person: 'noa', role: 'technicalReviewer' },
      ],
      criteria: [
        { criterion: 'projectApproved', met: true, score },
        { criterion: 'needBudgeted', met: true, comment: 'not planned yet' },
      ],
    });
  after(...analysed)
    .when(scored(5))
    .thenRefused({ type: 'MustMeetUnmet', criteria: ['projectApproved'] });
  after(...analysed)
    .when(scored(11))
    .thenRefused({ type: 'ScoreOutOfRange', criterion: 'projectApproved', score: 11 });
  after(...analysed)
    .when(scored(0))
    .thenRefused({ type: 'ScoreOutOfRange', criterion: 'projectApproved', score: 0 });
  const { results, evidence, ...more } = established;
  after(...analysed)
    .when(scored(6), on(13))
    .thenEvents(
      decided(13, 'go', { ...more, criteria: results, evidence }),
      entered(13, 'projectPlanning', 'go', 'r2'),
    );
  // What is found out of the need later changes nothing of a decision that is dated before it.
  const later = analysed.flatMap((event) =>
    event.type === 'AnalysisRecorded'
      ? [event, was(20, event.type, { ...event.data, need: { ...event.data.need, planned: 'yes' } })]
      : [event],
  );
  after(...later)
    .when(scored(6), { ...on(50), effectiveAt: day(13) })
    .thenEvents(
      decided(13, 'go', { ...more, criteria: results, evidence }),
      entered(13, 'projectPlanning', 'go', 'r2'),
    );
  after(...analysed.filter(({ type }) => type !== 'AnalysisRecorded'))
    .when(scored(6))
    .thenRefused({ type: 'MustMeetUnmet', criteria: ['customerAnalysed'] });
});

const onRecord = (criterion: string) => ({ criterion, must: true, met: true, by: 'record' });
const established = {
  ...{ review: 'r2', gates: ['establishment'], evidence: [] },
  reviewers: [
    { person: 'mia', role: 'salesDirector' },
    { person: 'noa', role: 'technicalReviewer' },
  ],
  results: [
    ...['customerAnalysed', 'ownSideAnalysed', 'rivalsAnalysed', 'environmentAnalysed'].map(onRecord),
    { criterion: 'needBudgeted', must: false, met: false, by: 'record', comment: 'not planned yet' },
    { criterion: 'projectApproved', must: true, met: true, by: 'reviewers', score: 6 },
  ],
};

test('PRJ-5 an unmet criterion that should be met takes a comment, and only criteria of the gate are judged', () => {
  after(...asked)
    .when(go({ criteria: said.slice(1) }))
    .thenRefused({ type: 'CommentMissing', criterion: 'regionKnown' });
  after(...asked)
    .when(go({ criteria: [...said, { criterion: 'termsAcceptable', met: true }] }))
    .thenRefused({ type: 'UnknownCriterion', criterion: 'termsAcceptable' });
  after(...asked)
    .when(go({ criteria: [...said, ...said.slice(1)] }))
    .thenRefused({ type: 'CriterionJudgedTwice', criterion: 'worthAProject' });
  after(...asked)
    .when(go({ decision: 'hold', criteria: [] }), on(10))
    .thenEvents(
      decided(10, 'hold', {
        criteria: [
          onRecord('needKnown'),
          { criterion: 'regionKnown', must: false, met: false, by: 'record' },
          { criterion: 'worthAProject', must: true, met: false, by: 'reviewers' },
        ],
      }),
    );
});

test('GAT-12 an analysis that no activity makes is not recorded', () => {
  const own = { by: 'analysis', analysis: 'own' } as const;
  expect(metByRecord(own, { phases: [] }, projectAfter(...exchanging))).toBe(false);
});
