/** What is written of one project with every event there is, with and without what may be left out. */
import assert from 'node:assert/strict';
import { type BusinessId, type CommandId, encodeEvents, streamId, type Tenant } from '@millrace/kernel';
import { type ProjectEvent, plainProcess, projectEvents } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { works } from './processes.js';
import { was } from './projecting.js';
import { day, sha256 } from './story.js';

/** What stands in every personal text of the record, so that none can hide. */
export const PRIVATE = 'private text';

const amount = { minor: 100_000, currency: 'CNY' };
const hash = 'a'.repeat(64);
const evidence = [{ revision: 2 }, { document: hash, at: day(3) }];
const running = { template: 'works', playbook: 'keyAccount@golden', process: plainProcess(works), signedIn: 'offer' };
const reviewers = [{ person: 'mia', role: 'manager' }];
const review = { review: 'r1', gates: ['screen'] };
const verdict = { chair: 'mia', reviewers, form: 'meeting', evidence } as const;
const judged = { criterion: 'screenJudged', must: true, by: 'reviewers' } as const;
const need = {
  problem: 'lifting',
  wants: 'both',
  reason: 'growth',
  budgeted: 'yes',
  planned: 'unknown',
  statedRequest: 'a crane',
  realNeed: 'less handling',
} as const;

const beginning = [
  was(1, 'OpportunityDiscovered', {
    project: 'p1',
    channel: 'bidding',
    discoveredBy: 'ada',
    customer: 'c1',
    title: 'Harbour crane',
    parent: 'p0',
  }),
  was(2, 'ChannelTouched', { channel: 'executiveVisit' }),
  was(3, 'ProjectOpened', {
    ...running,
    owner: 'ada',
    saleType: 'serviced',
    product: 'Crane',
    amount,
    expectedClose: '2026-04-30',
    referenceCustomer: 'c2',
  }),
  was(3, 'TeamMemberJoined', { person: 'bob', part: 'engineer' }),
  was(3, 'TeamMemberJoined', { person: 'cyd' }),
  was(4, 'TeamMemberLeft', { person: 'cyd' }),
  was(4, 'ProcessTailored', { process: running.process, size: 'small' }),
  was(4, 'ProcessTailored', { process: running.process }),
  was(4, 'ProcessMigrated', running),
];

const work = [
  was(5, 'StepDone', { activity: 'visit', step: 'seen', by: 'ada', evidence }),
  was(5, 'ActivityDone', { activity: 'visit', by: 'ada', evidence: [] }),
  was(5, 'DocumentRecorded', { document: 'note', hash }),
  was(5, 'AnalysisRecorded', { kind: 'customer', activity: 'need', part: 'wish', finding: 'urgent', by: 'ada' }),
  was(5, 'AnalysisRecorded', {
    kind: 'customer',
    activity: 'need',
    part: 'budget',
    finding: 'granted',
    by: 'ada',
    need: { ...need, downstreamNeed: 'faster ships' },
  }),
  was(5, 'ProjectEstablished', { elements: [{ element: 'budget', text: 'half a million' }], team: ['ada', 'bob'] }),
  was(5, 'RegionProfileRecorded', {
    region: 'East',
    features: ['ports'],
    rivals: ['Acme'],
    trades: ['shipping'],
    sources: ['bidding'],
  }),
  was(5, 'CompetitorNoted', { competitor: 'Acme', note: 'cheaper' }),
  was(5, 'DecisionFactorsRated', {
    ratings: [
      { factor: 'price', own: 6, rival: 8 },
      { factor: 'service', own: 9 },
    ],
  }),
  was(5, 'SwotRecorded', {
    strengths: ['service'],
    weaknesses: ['price'],
    opportunities: ['growth'],
    threats: ['Acme'],
  }),
  was(5, 'ObjectiveSet', { objective: 'sign in April', parts: ['bid in March'] }),
  was(5, 'StrategyChosen', { strategy: 'lead with service' }),
  was(5, 'PlanBaselined', {
    goal: 'signed',
    phases: [{ phase: 'lead', from: '2026-01-03', to: '2026-01-20' }],
    activities: [
      { activity: 'visit', responsible: 'ada', from: '2026-01-03', to: '2026-01-05' },
      {
        activity: 'bid',
        responsible: 'ada',
        accountable: 'mia',
        consulted: ['bob'],
        informed: ['cyd'],
        from: '2026-01-06',
        to: '2026-01-20',
      },
    ],
  }),
];

const people = [
  was(6, 'StakeholderMapped', {
    stakeholder: 's1',
    layer: 'board',
    influence: 9,
    stance: 'supporter',
    keyDecisionMaker: true,
    name: PRIVATE,
    contact: PRIVATE,
    department: 'finance',
  }),
  was(6, 'StakeholderMapped', {
    stakeholder: 's2',
    layer: 'users',
    influence: 3,
    stance: 'unknown',
    keyDecisionMaker: false,
    reportsTo: 's1',
  }),
  was(6, 'StakeholderStrategySet', { stakeholder: 's1', strategy: 'show the reference site' }),
  was(6, 'StakeholdersRelated', { from: 's1', to: 's2', relation: 'superior' }),
  was(6, 'TacticUsed', { tactic: 'executiveVisit', by: 'ada', stakeholder: 's1' }),
  was(6, 'TacticUsed', { tactic: 'referenceSite', by: 'ada' }),
  was(6, 'DirectBenefitFlagged', { stakeholder: 's2', note: PRIVATE }),
  was(6, 'RelationshipLevelAssessed', { rung: 'partner', by: 'ada' }),
  was(6, 'QualificationAssessed', { qualification: {}, by: 'ada' }),
  was(6, 'QualificationAssessed', {
    qualification: {
      metrics: 1,
      economicBuyer: 2,
      decisionCriteria: 3,
      decisionProcess: 4,
      identifiedPain: 5,
      champion: 10,
    },
    by: 'ada',
  }),
  was(6, 'PurchaseStepObserved', { flow: 'buying', step: 'asked' }),
];

const money = [
  was(7, 'PhaseBudgetSet', { phase: 'lead', amount }),
  was(7, 'CostIncurred', { phase: 'lead', amount, late: false, overBudget: false, by: 'ada' }),
  was(7, 'CostIncurred', {
    phase: 'lead',
    amount,
    late: true,
    overBudget: true,
    by: 'ada',
    approver: 'mia',
    reference: 'no. 1',
  }),
  was(7, 'ProbabilityAssessed', { phase: 'lead', bp: 2_500, by: 'ada' }),
  was(7, 'AmountEstimated', { amount }),
  was(7, 'ExpectedCloseSet', { on: '2026-05-31', from: '2026-04-30' }),
  was(7, 'ExpectedCloseSet', { on: '2026-06-30' }),
];

const gates = [
  was(8, 'ChecklistItemConfirmed', { phase: 'lead', item: 'called' }),
  was(8, 'GateReviewRequested', { ...review, requestedBy: 'ada', plannedTeam: ['cyd'] }),
  was(9, 'GateDecided', {
    ...review,
    ...verdict,
    decision: 'conditionalGo',
    independence: 'independent',
    criteria: [{ ...judged, met: true, score: 8, comment: 'good' }],
    conditions: [{ id: 'price', text: 'a firm price', due: day(12) }],
    comment: 'nearly there',
  }),
  was(10, 'ConditionFulfilled', { review: 'r1', condition: 'price', confirmedBy: 'mia', late: false }),
  was(10, 'PhaseEntered', { phases: ['offer'], cause: 'conditionsFulfilled', review: 'r1' }),
  was(11, 'GateReviewRequested', { review: 'r2', gates: ['terms'], requestedBy: 'ada', plannedTeam: [] }),
  was(12, 'GateDecided', {
    ...verdict,
    review: 'r2',
    gates: ['terms'],
    decision: 'recycle',
    independence: 'self',
    criteria: [{ criterion: 'termsJudged', must: false, met: false, by: 'record' }],
    to: 'lead',
    redo: ['visit'],
  }),
  was(12, 'PhaseEntered', { phases: ['lead'], cause: 'recycle', review: 'r2' }),
  was(12, 'SelfReviewFlagged', { person: 'cyd', reviews: ['r2'] }),
  was(13, 'ProjectClosed', { outcome: 'disqualified', gate: 'screen', review: 'r1' }),
  was(14, 'ProjectReopened', { reason: 'budgetGranted' }),
  was(14, 'PhaseEntered', { phases: ['offer'], cause: 'advance' }),
  was(14, 'ProjectTransferred', { from: 'ada', to: 'bob', reason: 'ada moves' }),
];

const ending = [
  was(15, 'ContractSigned', { amount, contract: 'no. 7' }),
  was(15, 'PhaseEntered', { phases: ['delivery'], cause: 'signing' }),
  was(16, 'ContractAmended', { amount, reason: 'one more' }),
  was(16, 'ActivityWaived', {
    activity: 'handover',
    reason: 'agreed',
    requestedBy: 'ada',
    approver: 'mia',
    sole: false,
  }),
  was(17, 'ExtensionOpened', { child: 'p2' }),
  was(18, 'ContractTerminated', { reason: 'out of business' }),
  was(19, 'ProjectClosed', { outcome: 'won' }),
  was(20, 'ProjectClosed', { outcome: 'duplicate', reason: 'price', competitor: 'Acme', duplicateOf: 'p2' }),
  was(20, 'ContractSigned', {}),
];

/** Every event there is, in an order that could be. */
export const record: ReadonlyArray<ProjectEvent> = [...beginning, ...work, ...people, ...money, ...gates, ...ending];

/** The texts of it, as a store keeps them. */
export const written = (): ReadonlyArray<string> => {
  const commandId = '00000000-0000-7000-8000-000000000000' as CommandId;
  const encoded = encodeEvents(
    record.map((event) => ({ stream: streamId('project', 'p1'), event, events: projectEvents })),
    {
      tenant: 'golden' as Tenant,
      actor: 'tester' as BusinessId,
      role: 'tester' as BusinessId,
      commandId,
      commandDigest: '',
      correlationId: '',
      playbook: 'keyAccount@golden',
    },
    sha256,
  );
  assert(E.isRight(encoded));
  return encoded.right.map(({ text }) => text);
};
