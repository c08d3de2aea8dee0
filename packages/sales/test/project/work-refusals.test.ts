import type { MoneyRefusal, ProjectCommand, ProjectContext, ProjectEvent, WorkRefusal } from '@millrace/sales';
import { describe, test } from 'vitest';
import { ours } from '../support/key-account.js';
import { after, ask, cny, inExchange, inSigning, on, rulesSaying, signed, was } from '../support/project-at-work.js';

/** A question that is refused in one way. */
interface Case<Refusal> {
  readonly history?: ReadonlyArray<ProjectEvent>;
  readonly command: ProjectCommand;
  readonly context?: ProjectContext;
  readonly refusal: Refusal;
}

type Refusals = WorkRefusal | MoneyRefusal;

const step = (name: string) => ask('DoStep', { activity: 'decisionChain', step: name, by: 'ada' });
const map = (more: object = {}) =>
  ask('MapStakeholder', {
    stakeholder: 's1',
    layer: 'decision',
    influence: 5,
    stance: 'unknown',
    keyDecisionMaker: false,
    ...more,
  });
const cost = (minor: number, more: object = {}) =>
  ask('BookCost', { phase: 'conceptExchange', amount: cny(minor), by: 'ada', ...more });
const waive = ask('WaiveActivity', {
  activity: 'service',
  reason: 'agreed',
  requestedBy: 'bob',
  approver: 'bob',
});
const elements = ours.projects.establishment.map(({ id: element }) => ({ element: element as string, text: 'Set' }));
const parts = ['needAnalysis', 'decisionAnalysis'].map((part, n) =>
  was(5 + n, 'AnalysisRecorded', { kind: 'customer', activity: 'customerAnalysis', part, finding: 'F', by: 'ada' }),
);
const plan = { responsible: 'ada', from: '2026-02-02', to: '2026-02-01' };
const unanalysed = {
  ...ours.process,
  phases: ours.process.phases.map((phase) => ({
    ...phase,
    activities: phase.activities.filter((one) => !one.analysis),
  })),
};

/** One for each: the type says that none is forgotten. */
const cases: { readonly [Type in Refusals['type']]: Case<Extract<Refusals, { type: Type }>> } = {
  StepUnknown: {
    command: step('gossip'),
    refusal: { type: 'StepUnknown', activity: 'decisionChain', step: 'gossip' },
  },
  StepOutOfOrder: {
    command: step('strategicRelations'),
    refusal: {
      type: 'StepOutOfOrder',
      activity: 'decisionChain',
      step: 'strategicRelations',
      expected: 'purchaseFlow',
    },
  },
  StepsMissing: {
    command: ask('FinishActivity', { activity: 'projectEstablishment', by: 'ada' }),
    refusal: {
      type: 'StepsMissing',
      activity: 'projectEstablishment',
      steps: ['establishmentElements', 'teamFormation'],
    },
  },
  EffectiveBeforeLast: {
    history: [
      ...inExchange,
      was(20, 'StepDone', { activity: 'decisionChain', step: 'purchaseFlow', by: 'ada', evidence: [] }),
    ],
    command: step('chainAndProcess'),
    context: on(19),
    refusal: { type: 'EffectiveBeforeLast', dimension: 'activity', last: on(20).now },
  },
  AnalysisExpected: {
    command: ask('FinishActivity', { activity: 'ownAnalysis', by: 'ada' }),
    refusal: { type: 'AnalysisExpected', activity: 'ownAnalysis', analysis: 'own' },
  },
  AnalysisUnknown: {
    command: ask('RecordAnalysis', { kind: 'own', part: 'marketPosition', finding: 'F', by: 'ada' }),
    context: on(30, rulesSaying({ processes: [unanalysed] })),
    refusal: { type: 'AnalysisUnknown', analysis: 'own' },
  },
  NeedNotOfCustomer: {
    command: ask('RecordAnalysis', {
      kind: 'own',
      part: 'marketPosition',
      finding: 'F',
      by: 'ada',
      need: {
        problem: 'P',
        wants: 'product',
        reason: 'R',
        budgeted: 'no',
        planned: 'no',
        statedRequest: 'S',
        realNeed: 'N',
      },
    }),
    refusal: { type: 'NeedNotOfCustomer', analysis: 'own' },
  },
  NeedMissing: {
    history: [...inExchange, ...parts],
    command: ask('RecordAnalysis', {
      kind: 'customer',
      part: 'internalRelationAnalysis',
      finding: 'F',
      by: 'ada',
    }),
    refusal: { type: 'NeedMissing', activity: 'customerAnalysis' },
  },
  WaivedBeforeSigning: {
    history: signed,
    command: ask('WaiveActivity', {
      activity: 'clientDecision',
      reason: 'agreed',
      requestedBy: 'ada',
      approver: 'mia',
    }),
    refusal: { type: 'WaivedBeforeSigning', activity: 'clientDecision', phase: 'negotiationSigning' },
  },
  WaivedUnsigned: {
    history: inSigning,
    command: waive,
    refusal: { type: 'WaivedUnsigned', activity: 'service', signedIn: 'negotiationSigning' },
  },
  WaiverNotIndependent: {
    history: [...signed, was(11, 'TeamMemberJoined', { person: 'bob' })],
    command: waive,
    refusal: { type: 'WaiverNotIndependent', activity: 'service', person: 'bob', team: 2 },
  },
  ActivityAlreadyDone: {
    history: [...signed, was(11, 'ActivityDone', { activity: 'service', by: 'ada', evidence: [] })],
    command: waive,
    refusal: { type: 'ActivityAlreadyDone', activity: 'service' },
  },
  ElementsMissing: {
    command: ask('EstablishProject', { elements: elements.slice(2), team: [] }),
    refusal: { type: 'ElementsMissing', elements: ['need', 'analysis'] },
  },
  DoubledTerm: {
    command: ask('EstablishProject', { elements: [...elements, ...elements.slice(1, 2)], team: [] }),
    refusal: { type: 'DoubledTerm', list: 'establishment', id: 'analysis' },
  },
  GradeOutOfRange: {
    command: map({ influence: 11 }),
    refusal: { type: 'GradeOutOfRange', of: 'influence', grade: 11, most: 10 },
  },
  SaysNothing: {
    command: ask('RateDecisionFactors', { ratings: [] }),
    refusal: { type: 'SaysNothing', command: 'RateDecisionFactors' },
  },
  PlanEndsBeforeStart: {
    command: ask('BaselinePlan', { goal: 'G', phases: [], activities: [{ activity: 'strategy', ...plan }] } as never),
    refusal: { type: 'PlanEndsBeforeStart', id: 'strategy', from: '2026-02-02', to: '2026-02-01' },
  },
  StakeholderUnknown: {
    command: ask('SetStakeholderStrategy', { stakeholder: 's9', strategy: 'S' }),
    refusal: { type: 'StakeholderUnknown', stakeholder: 's9' },
  },
  ReportsInCircle: {
    command: map({ reportsTo: 's1' }),
    refusal: { type: 'ReportsInCircle', stakeholder: 's1', reportsTo: 's1' },
  },
  RelatedToItself: {
    history: [
      ...inExchange,
      was(6, 'StakeholderMapped', {
        stakeholder: 's1',
        layer: 'decision',
        influence: 5,
        stance: 'unknown',
        keyDecisionMaker: false,
      }),
    ],
    command: ask('RelateStakeholders', { from: 's1', to: 's1', relation: 'colleague' }),
    refusal: { type: 'RelatedToItself', stakeholder: 's1' },
  },
  PurchaseStepBehind: {
    history: [...inExchange, was(6, 'PurchaseStepObserved', { flow: 'telecom', step: 'tenderIssue' })],
    command: ask('ObservePurchaseStep', { flow: 'telecom', step: 'planReview' }),
    refusal: { type: 'PurchaseStepBehind', flow: 'telecom', step: 'planReview', observed: 'tenderIssue' },
  },
  AmountNotPositive: { command: cost(0), refusal: { type: 'AmountNotPositive', minor: 0 } },
  AmountOutOfRange: {
    history: [
      ...inExchange,
      was(6, 'PhaseBudgetSet', { phase: 'conceptExchange', amount: { minor: 1, currency: 'EUR' } }),
    ],
    command: cost(1),
    refusal: {
      type: 'AmountOutOfRange',
      cause: { type: 'CurrencyMismatch', left: 'CNY' as never, right: 'EUR' as never },
    },
  },
  CostNotCurrent: {
    history: inSigning,
    command: cost(1),
    refusal: { type: 'CostNotCurrent', phase: 'conceptExchange', current: ['negotiationSigning'] },
  },
  OverBudget: {
    history: [...inExchange, was(6, 'PhaseBudgetSet', { phase: 'conceptExchange', amount: cny(99) })],
    command: cost(100, { approver: 'ada' }),
    context: on(30, rulesSaying({ overBudget: 'refused' })),
    refusal: { type: 'OverBudget', phase: 'conceptExchange', budget: 99, cost: 0, minor: 100 },
  },
  PhaseNotCurrent: {
    history: inSigning,
    command: ask('AssessProbability', { phase: 'conceptExchange', bp: 1, by: 'ada' }),
    refusal: { type: 'PhaseNotCurrent', phase: 'conceptExchange', current: ['negotiationSigning'] },
  },
  ProbabilityOutOfRange: {
    command: ask('AssessProbability', { phase: 'conceptExchange', bp: 10_001, by: 'ada' }),
    refusal: { type: 'ProbabilityOutOfRange', bp: 10_001, most: 10_000 },
  },
};

describe('every way a command about work or money is turned down is met LAW-5', () => {
  test.each(Object.entries(cases))('%s', (_, { history = inExchange, command, context = on(30), refusal }) =>
    after(...history)
      .when(command, context)
      .thenRefused(refusal),
  );
});
