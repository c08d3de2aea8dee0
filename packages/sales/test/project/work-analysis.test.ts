import { describe, expect, test } from 'vitest';
import { activityOf } from '../support/key-account.js';
import { after, ask, inCollection, inExchange, on, onBy, openedBy, was } from '../support/project-at-work.js';

type Kind = 'customer' | 'own' | 'competitor' | 'environment';

const need = {
  problem: 'Lines are full',
  wants: 'both',
  reason: 'Growth',
  budgeted: 'unknown',
  planned: 'yes',
  statedRequest: 'The cheapest switch',
  realNeed: 'Capacity for three years',
} as const;

const part = (kind: Kind, name: string, more: object = {}) =>
  ask('RecordAnalysis', { kind, part: name, finding: 'As found', by: 'ada', ...more });
const recorded = (when: number, kind: Kind, name: string, more: object = {}) =>
  was(when, 'AnalysisRecorded', {
    kind,
    activity: `${kind}Analysis`,
    part: name,
    finding: 'As found',
    by: 'ada',
    ...more,
  } as never);
const done = (when: number, kind: Kind) =>
  was(when, 'ActivityDone', { activity: `${kind}Analysis`, by: 'ada', evidence: [] });
const partsOf = (kind: Kind) => activityOf(`${kind}Analysis`).steps.map(({ id }) => id);

/** Every part but the last. */
const nearly = (kind: Kind) => [
  ...inExchange,
  ...partsOf(kind)
    .slice(0, -1)
    .map((name, n) => recorded(6 + n, kind, name)),
];

describe('an analysis', () => {
  test.each([
    ['PRJ-21', 'own', 4],
    ['PRJ-22', 'competitor', 5],
    ['PRJ-23', 'environment', 3],
  ] as const)('PRJ-7 %s of the %s kind is recorded when its %i parts are', (_, kind, parts) => {
    const names = partsOf(kind);
    expect(names).toHaveLength(parts);
    const [first = '', last = ''] = [names[0], names.at(-1)];
    after(...inExchange)
      .when(part(kind, first))
      .thenEvents(recorded(30, kind, first));
    after(...nearly(kind))
      .when(part(kind, last))
      .thenEvents(recorded(30, kind, last), done(30, kind));
  });

  test('PRJ-7 PRJ-11 of the customer is recorded when need, decision and internal relations are', () => {
    expect(partsOf('customer')).toEqual(['needAnalysis', 'decisionAnalysis', 'internalRelationAnalysis']);
    const withNeed = [
      ...inExchange,
      recorded(6, 'customer', 'needAnalysis', { need }),
      recorded(7, 'customer', 'decisionAnalysis'),
    ];
    after(...withNeed)
      .when(part('customer', 'internalRelationAnalysis'))
      .thenEvents(recorded(30, 'customer', 'internalRelationAnalysis'), done(30, 'customer'));
  });

  test('PRJ-12 of the customer is not complete without a need, which the last part may bring', () => {
    const last = 'internalRelationAnalysis';
    after(...nearly('customer'))
      .when(part('customer', last))
      .thenRefused({
        type: 'NeedMissing',
        activity: 'customerAnalysis',
      });
    after(...nearly('customer'))
      .when(part('customer', last, { need }))
      .thenEvents(recorded(30, 'customer', last, { need }), done(30, 'customer'));
  });

  test('PRJ-12 PRJ-13 keeps what is asked for and what is needed apart, budgeted and planned as they are known', () => {
    const of = openedBy([...inExchange, recorded(6, 'customer', 'needAnalysis', { need })]).need;
    expect(of).toEqual(need);
    after(...inExchange)
      .when(part('own', 'marketPosition', { need }))
      .thenRefused({
        type: 'NeedNotOfCustomer',
        analysis: 'own',
      });
  });

  test('PRJ-12 learns more of the need later, and is not done twice', () => {
    const complete = [
      ...nearly('customer'),
      recorded(9, 'customer', 'internalRelationAnalysis', { need }),
      done(9, 'customer'),
    ];
    const granted = { ...need, budgeted: 'yes' as const };
    after(...complete)
      .when(part('customer', 'needAnalysis', { need: granted }))
      .thenEvents(recorded(30, 'customer', 'needAnalysis', { need: granted }));
    after(...complete)
      .when(part('customer', 'internalRelationAnalysis', { need }))
      .thenNothing();
    expect(openedBy([...complete, recorded(10, 'customer', 'needAnalysis', { need: granted })]).need?.budgeted).toBe(
      'yes',
    );
  });

  test('PRJ-14 of decisions is a part of it, and the chain an activity beside it', () => {
    after(...inExchange, recorded(6, 'customer', 'needAnalysis'))
      .when(part('customer', 'decisionAnalysis'))
      .thenEvents(recorded(30, 'customer', 'decisionAnalysis'));
    const questions = activityOf('decisionChain').steps.map(({ id }) => id);
    expect(questions).toEqual(['purchaseFlow', 'chainAndProcess', 'strategicRelations']);
    after(...inExchange)
      .when(ask('DoStep', { activity: 'decisionChain', step: 'purchaseFlow', by: 'ada' }))
      .thenEvents(was(30, 'StepDone', { activity: 'decisionChain', step: 'purchaseFlow', by: 'ada', evidence: [] }));
  });

  test('PRJ-11 PRJ-36 goes part by part, in their order, and by no other command', () => {
    after(...inExchange)
      .when(part('own', 'salesPosition'))
      .thenRefused({
        type: 'StepOutOfOrder',
        activity: 'ownAnalysis',
        step: 'salesPosition',
        expected: 'marketPosition',
      });
    after(...inExchange)
      .when(ask('DoStep', { activity: 'ownAnalysis', step: 'marketPosition', by: 'ada' }))
      .thenRefused({ type: 'AnalysisExpected', activity: 'ownAnalysis', analysis: 'own' });
    after(...inExchange)
      .when(ask('FinishActivity', { activity: 'ownAnalysis', by: 'ada' }))
      .thenRefused({ type: 'AnalysisExpected', activity: 'ownAnalysis', analysis: 'own' });
    after(...inExchange)
      .when(part('own', 'industry'))
      .thenRefused({
        type: 'StepUnknown',
        activity: 'ownAnalysis',
        step: 'industry',
      });
  });

  test('is recorded in one’s own name, and part by part once', () => {
    after(...inExchange)
      .when(part('own', 'marketPosition'), onBy(30, 'bob'))
      .thenRefused({
        type: 'NotForAnother',
        person: 'ada',
        actor: 'bob',
      });
    after(...inExchange, recorded(6, 'own', 'marketPosition'), recorded(7, 'own', 'salesPosition'))
      .when(part('own', 'marketPosition'))
      .thenNothing();
  });

  test('is of a phase that was entered, and dated after the part before', () => {
    after(...inCollection)
      .when(part('own', 'marketPosition'))
      .thenRefused({
        type: 'PhaseNotEntered',
        phase: 'conceptExchange',
      });
    after(...inExchange, recorded(7, 'own', 'marketPosition'))
      .when(part('own', 'salesPosition'), { ...on(30), effectiveAt: on(6).now })
      .thenRefused({ type: 'EffectiveBeforeLast', dimension: 'activity', last: on(7).now });
  });
});
