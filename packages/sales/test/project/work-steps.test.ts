import { describe, expect, test } from 'vitest';
import { ours } from '../support/key-account.js';
import {
  after,
  ask,
  delivered,
  inCollection,
  inExchange,
  inMerged,
  inSigning,
  lost,
  on,
  onBy,
  recycled,
  signed,
  was,
} from '../support/project-at-work.js';

const step = (name: string, more: object = {}) =>
  ask('DoStep', { activity: 'advanceInformation', step: name, by: 'ada', ...more });
const done = (when: number, name: string) =>
  was(when, 'StepDone', { activity: 'advanceInformation', step: name, by: 'ada', evidence: [] });
const finish = (activity: string, more: object = {}) => ask('FinishActivity', { activity, by: 'ada', ...more });
const finished = (when: number, activity: string) => was(when, 'ActivityDone', { activity, by: 'ada', evidence: [] });
const two = [...inCollection, done(10, 'regionFeatures'), done(11, 'rivalDealers')];
const hash = 'a'.repeat(64);

describe('steps of an activity', () => {
  test('PRJ-6 PRJ-43 are done in the order of the template, each once', () => {
    after(...inCollection)
      .when(step('regionFeatures'))
      .thenEvents(done(30, 'regionFeatures'));
    after(...two)
      .when(step('tradeMix'))
      .thenEvents(done(30, 'tradeMix'));
    after(...two)
      .when(step('rivalDealers'))
      .thenNothing();
    after(...inCollection)
      .when(step('rivalDealers'))
      .thenRefused({
        type: 'StepOutOfOrder',
        activity: 'advanceInformation',
        step: 'rivalDealers',
        expected: 'regionFeatures',
      });
    after(...two)
      .when(step('gossip'))
      .thenRefused({
        type: 'StepUnknown',
        activity: 'advanceInformation',
        step: 'gossip',
      });
  });

  test('PRJ-36 are not dated before the one that comes first, and may be dated back to it', () => {
    after(...two)
      .when(step('tradeMix'), { ...on(30), effectiveAt: on(11).now })
      .thenEvents(done(11, 'tradeMix'));
    after(...two)
      .when(step('tradeMix'), { ...on(30), effectiveAt: on(10).now })
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'activity', last: on(11).now });
  });

  test('PRJ-5 rest on evidence that was there by then', () => {
    const resting = (...evidence: ReadonlyArray<object>) => step('regionFeatures', { evidence });
    after(...inCollection)
      .when(resting({ revision: 1 }))
      .thenEvents(
        was(30, 'StepDone', {
          activity: 'advanceInformation',
          step: 'regionFeatures',
          by: 'ada',
          evidence: [{ revision: 1 }],
        } as never),
      );
    after(...inCollection)
      .when(resting({ revision: 2 }))
      .thenRefused({
        type: 'EvidenceUnknown',
        revision: 2,
        revisions: 2,
      });
    after(...inCollection)
      .when(resting({ document: hash, at: on(31).now }))
      .thenRefused({
        type: 'EvidenceLater',
        at: on(31).now,
        decidedAt: on(30).now,
      });
  });
});

describe('an activity', () => {
  test('PRJ-5 PRJ-36 is done no earlier than its last step, on evidence that was there', () => {
    const all = [...two, done(12, 'tradeMix')];
    after(...all)
      .when(finish('advanceInformation'), { ...on(30), effectiveAt: on(12).now })
      .thenEvents(finished(12, 'advanceInformation'));
    after(...all)
      .when(finish('advanceInformation'), { ...on(30), effectiveAt: on(11).now })
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'activity', last: on(12).now });
    after(...all)
      .when(finish('advanceInformation', { evidence: [{ revision: 5 }] }))
      .thenRefused({ type: 'EvidenceUnknown', revision: 5, revisions: 5 });
  });

  test('PRJ-6 PRJ-43 is done when its steps are, and says which are missing', () => {
    after(...two)
      .when(finish('advanceInformation'))
      .thenRefused({
        type: 'StepsMissing',
        activity: 'advanceInformation',
        steps: ['tradeMix'],
      });
    after(...two, done(12, 'tradeMix'))
      .when(finish('advanceInformation'))
      .thenEvents(finished(30, 'advanceInformation'));
    after(...two, done(12, 'tradeMix'), finished(13, 'advanceInformation'))
      .when(finish('advanceInformation'))
      .thenNothing();
  });

  test('PRJ-4 is of a phase that was entered: now, before a recycle, or merged with the current one', () => {
    const objectives = ask('DoStep', { activity: 'objectives', step: 'principles', by: 'ada' });
    const event = was(30, 'StepDone', { activity: 'objectives', step: 'principles', by: 'ada', evidence: [] });
    after(...inExchange)
      .when(objectives)
      .thenRefused({ type: 'PhaseNotEntered', phase: 'projectPlanning' });
    after(...inMerged)
      .when(objectives)
      .thenEvents(event);
    after(...recycled)
      .when(objectives)
      .thenEvents(event);
    after(...inExchange)
      .when(step('regionFeatures'))
      .thenEvents(done(30, 'regionFeatures'));
  });

  test('PRJ-32 of phase 3 is done before the signing', () => {
    const phase3 = ours.process.phases[3]?.activities.map(({ id }) => id) ?? [];
    expect(phase3).toHaveLength(6);
    for (const id of phase3) {
      after(...inSigning)
        .when(finish(id))
        .thenEvents(finished(30, id));
    }
  });

  test('PRJ-33 of the implementation is done after it, the summary too, until the project is closed', () => {
    for (const id of ['implementation', 'service', 'projectSummary']) {
      after(...inSigning)
        .when(finish(id))
        .thenRefused({ type: 'PhaseNotEntered', phase: 'implementationSummary' });
      after(...signed)
        .when(finish(id))
        .thenEvents(finished(30, id));
      after(...delivered)
        .when(finish(id))
        .thenRefused({
          type: 'ProjectEnded',
          project: 'p1',
          outcome: 'won',
          since: on(20).now,
        });
    }
  });

  test('PRJ-33 Q9 of phase 4 may be finished in phase 5', () => {
    const extended = [...signed, was(12, 'PhaseEntered', { phases: ['newProjectExtension'], cause: 'go' })];
    after(...extended)
      .when(finish('projectSummary'))
      .thenEvents(finished(30, 'projectSummary'));
  });

  test('PRJ-43 of the whole catalogue can be done, step by step', () => {
    for (const phase of ours.process.phases) {
      for (const { id, steps } of phase.activities.filter(({ analysis }) => analysis === undefined)) {
        const stepped = steps.map((one, n) =>
          was(12 + n, 'StepDone', { activity: id, step: one.id, by: 'ada', evidence: [] }),
        );
        const entered = was(11, 'PhaseEntered', { phases: [phase.id], cause: 'advance' });
        after(...signed, entered, ...stepped)
          .when(finish(id))
          .thenEvents(finished(30, id));
      }
    }
  });

  test('is one of the template, of an opened project that is not over, and done in one’s own name', () => {
    after(...inCollection)
      .when(finish('toString'))
      .thenRefused({ type: 'ActivityUnknown', activity: 'toString' });
    after(...inCollection.slice(0, 1))
      .when(finish('customerNeed'))
      .thenRefused({
        type: 'ProjectNotOpened',
        project: 'p1',
      });
    after().when(finish('customerNeed')).thenRefused({ type: 'ProjectUnknown', project: 'p1' });
    after(...lost)
      .when(finish('opportunityDiscovery'))
      .thenRefused({
        type: 'ProjectEnded',
        project: 'p1',
        outcome: 'lost',
        since: on(9).now,
      });
    after(...inCollection)
      .when(finish('opportunityDiscovery', { by: 'zed' }))
      .thenRefused({
        type: 'PersonUnknown',
        person: 'zed',
      });
    after(...inCollection)
      .when(finish('opportunityDiscovery'), onBy(30, 'bob'))
      .thenRefused({
        type: 'NotForAnother',
        person: 'ada',
        actor: 'bob',
      });
  });

  test('is dated back to the opening of the project, and not before', () => {
    const back = (n: number) => ({ ...on(30), effectiveAt: on(n).now });
    after(...inExchange)
      .when(finish('opportunityDiscovery'), back(2))
      .thenEvents(finished(2, 'opportunityDiscovery'));
    after(...inExchange)
      .when(finish('opportunityDiscovery'), back(1))
      .thenRefused({
        type: 'EffectiveBeforeLast',
        dimension: 'project',
        last: on(2).now,
      });
  });
});
