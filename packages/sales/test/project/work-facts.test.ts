import { describe, expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import { after, ask, inCollection, inExchange, on, onBy, openedBy, was } from '../support/project-at-work.js';

describe('what is found out', () => {
  const profile = {
    region: 'Pudong',
    features: ['New town'],
    rivals: ['Two dealers'],
    trades: ['Finance'],
    sources: ['map', 'handoverFile', 'yearbook'],
  };

  test('PRJ-10 beforehand is a profile of the region, with the files it comes from', () => {
    const recorded = was(30, 'RegionProfileRecorded', profile);
    after(...inCollection)
      .when(ask('RecordRegionProfile', profile))
      .thenEvents(recorded);
    after(...inCollection, recorded)
      .when(ask('RecordRegionProfile', profile))
      .thenNothing();
    after(...inCollection)
      .when(ask('RecordRegionProfile', { ...profile, sources: ['map', 'gossip'] }))
      .thenRefused({ type: 'UndefinedTerm', list: 'documents', id: 'gossip' });
    after(...inCollection)
      .when(ask('RecordRegionProfile', { ...profile, features: [], rivals: [], trades: [] }))
      .thenRefused({ type: 'SaysNothing', command: 'RecordRegionProfile' });
  });

  test('PRJ-22 of competitors is noted, one after the other', () => {
    const note = (text: string) => ask('NoteCompetitor', { competitor: 'Acme', note: text });
    const noted = (text: string) => was(30, 'CompetitorNoted', { competitor: 'Acme', note: text });
    after(...inExchange)
      .when(note('Cheap'))
      .thenEvents(noted('Cheap'));
    after(...inExchange, noted('Cheap'))
      .when(note('Cheap'))
      .thenNothing();
    after(...inExchange, noted('Cheap'))
      .when(note('Slow'))
      .thenEvents(noted('Slow'));
  });

  test('PRJ-25 of decision factors is rated, own and rival, from 1 to 10', () => {
    const rate = (...ratings: ReadonlyArray<{ factor: string; own: number; rival?: number }>) =>
      ask('RateDecisionFactors', { ratings } as never);
    const ratings = ours.projects.decisionFactors.map(({ id: factor }, n) => ({ factor, own: n + 1, rival: 10 - n }));
    expect(ratings).toHaveLength(6);
    const rated = was(30, 'DecisionFactorsRated', { ratings });
    after(...inExchange)
      .when(rate(...ratings))
      .thenEvents(rated);
    after(...inExchange, rated)
      .when(rate(...ratings))
      .thenNothing();
    const out = { type: 'GradeOutOfRange', of: 'price', most: 10 } as const;
    after(...inExchange)
      .when(rate({ factor: 'price', own: 11 }))
      .thenRefused({ ...out, grade: 11 });
    after(...inExchange)
      .when(rate({ factor: 'price', own: 1, rival: 0 }))
      .thenRefused({ ...out, grade: 0 });
    after(...inExchange)
      .when(rate({ factor: 'luck', own: 5 }))
      .thenRefused({
        type: 'UndefinedTerm',
        list: 'decisionFactors',
        id: 'luck',
      });
    after(...inExchange)
      .when(rate({ factor: 'price', own: 5 }, { factor: 'price', own: 6 }))
      .thenRefused({ type: 'DoubledTerm', list: 'decisionFactors', id: 'price' });
    after(...inExchange)
      .when(rate())
      .thenRefused({ type: 'SaysNothing', command: 'RateDecisionFactors' });
  });
});

describe('how it is judged', () => {
  test('PRJ-28 the relationship stands on a rung of the ladder, as of a day', () => {
    const assess = (rung: string) => ask('AssessRelationshipLevel', { rung, by: 'ada' });
    const assessed = (when: number, rung: string) => was(when, 'RelationshipLevelAssessed', { rung, by: 'ada' });
    expect(ours.projects.relationshipLadder).toHaveLength(5);
    for (const { id } of ours.projects.relationshipLadder) {
      after(...inExchange)
        .when(assess(id))
        .thenEvents(assessed(30, id));
    }
    after(...inExchange, assessed(20, 'fullService'))
      .when(assess('fullService'))
      .thenEvents(assessed(30, 'fullService'));
    after(...inExchange, assessed(30, 'fullService'))
      .when(assess('fullService'))
      .thenNothing();
    after(...inExchange)
      .when(assess('friends'))
      .thenRefused({
        type: 'UndefinedTerm',
        list: 'relationshipLadder',
        id: 'friends',
      });
    after(...inExchange)
      .when(assess('fullService'), onBy(30, 'bob'))
      .thenRefused({
        type: 'NotForAnother',
        person: 'ada',
        actor: 'bob',
      });
  });

  test('PRJ-14 a project is qualified from 1 to 10 in what is known, as of a day', () => {
    const assess = (qualification: object) => ask('AssessQualification', { qualification, by: 'ada' });
    const assessed = (when: number, qualification: object) =>
      was(when, 'QualificationAssessed', { qualification, by: 'ada' } as never);
    const some = { economicBuyer: 10, champion: 1 };
    after(...inExchange)
      .when(assess(some))
      .thenEvents(assessed(30, some));
    after(...inExchange, assessed(30, some))
      .when(assess(some))
      .thenNothing();
    after(...inExchange, assessed(29, some))
      .when(assess(some))
      .thenEvents(assessed(30, some));
    after(...inExchange)
      .when(assess({ champion: 0 }))
      .thenRefused({
        type: 'GradeOutOfRange',
        of: 'champion',
        grade: 0,
        most: 10,
      });
    after(...inExchange)
      .when(assess({}))
      .thenRefused({ type: 'SaysNothing', command: 'AssessQualification' });
  });
});

describe('the buyer’s steps, beside the seller’s phases', () => {
  const observe = (step: string, flow = 'tender') => ask('ObservePurchaseStep', { flow, step });
  const observed = (when: number, step: string, flow = 'tender') => was(when, 'PurchaseStepObserved', { flow, step });

  test.each([
    ['PRJ-15', 'tender', 10],
    ['PRJ-16', 'negotiatedBid', 10],
    ['PRJ-17', 'telecom', 8],
  ])('%s go forward along %s, in %i steps', (_, flow, count) => {
    const steps = ours.process.flows.find(({ id }) => id === flow)?.steps.map(({ id }) => id as string) ?? [];
    expect(steps).toHaveLength(count);
    const seen = steps.map((step, n) => observed(5 + n, step, flow));
    for (const [n, step] of steps.entries()) {
      after(...inExchange, ...seen.slice(0, n))
        .when(observe(step, flow))
        .thenEvents(observed(30, step, flow));
      after(...inExchange, ...seen.slice(0, n + 1))
        .when(observe(step, flow))
        .thenNothing();
    }
  });

  test('PRJ-15 may be skipped, and never go back', () => {
    after(...inExchange)
      .when(observe('invitationToTender'))
      .thenEvents(observed(30, 'invitationToTender'));
    after(...inExchange, observed(6, 'invitationToTender'))
      .when(observe('projectProposal'))
      .thenRefused({
        type: 'PurchaseStepBehind',
        flow: 'tender',
        step: 'projectProposal',
        observed: 'invitationToTender',
      });
  });

  test('PRJ-16 are those of their own flow: a bid is negotiated or put to tender', () => {
    after(...inExchange)
      .when(observe('invitationToTender', 'negotiatedBid'))
      .thenRefused({
        type: 'UndefinedTerm',
        list: 'flows.negotiatedBid.steps',
        id: 'invitationToTender',
      });
    after(...inExchange)
      .when(observe('purchaseRequest', 'valueOf'))
      .thenRefused({
        type: 'UndefinedTerm',
        list: 'flows',
        id: 'valueOf',
      });
    expect(openedBy([...inExchange, observed(6, 'purchaseRequest')]).observed).toEqual({ tender: 'purchaseRequest' });
  });

  test('PRJ-15 run ahead of the seller or behind, and move no phase', () => {
    after(...inExchange)
      .when(observe('contractPerformance'), on(9))
      .thenEvents(observed(9, 'contractPerformance'));
    expect(openedBy([...inExchange, observed(9, 'contractPerformance')]).stage).toBe(1);
  });
});
