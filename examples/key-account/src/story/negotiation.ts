import { gao, kong, lin, su } from '../people.js';
import { cny, filed, project, type Step, worked } from '../step.js';
import { strategised } from './planning.js';

const reviewers = [
  { person: 'su', role: 'salesDirector' },
  { person: 'kong', role: 'commercialReviewer' },
];

const requested = (when: string, review: string): Step =>
  lin(when, { type: 'RequestGateReview', project, review, gate: 'commercial', requestedBy: 'lin' });

const likely = (when: string, phase: string, bp: number): Step =>
  lin(when, { type: 'AssessProbability', project, phase, bp, by: 'lin' });

/** Phase 3: negotiated, and sent back to planning by the third gate. */
export const negotiation: ReadonlyArray<Step> = [
  likely('04-27 10:00', 'negotiationSigning', 5_000),
  ...worked(gao, '05-08', 'technicalConfirmation'),
  lin('05-11 10:00', { type: 'ObservePurchaseStep', project, flow: 'telecom', step: 'tenderIssue' }),
  lin('05-12 10:00', {
    type: 'AssessQualification',
    project,
    qualification: {
      metrics: 7,
      economicBuyer: 5,
      decisionCriteria: 6,
      decisionProcess: 6,
      identifiedPain: 9,
      champion: 7,
    },
    by: 'lin',
  }),
  lin('05-12 11:00', { type: 'AssessRelationshipLevel', project, rung: 'valueEmphasis', by: 'lin' }),
  lin('05-13 10:00', {
    type: 'BookCost',
    project,
    phase: 'negotiationSigning',
    amount: cny(250_000),
    by: 'lin',
    reference: 'Tender',
  }),
  lin('05-14 10:00', {
    type: 'BookCost',
    project,
    phase: 'conceptExchange',
    amount: cny(12_000),
    by: 'lin',
    late: true,
    reference: 'Hotel bill of March',
  }),
  filed(gao, '05-18 16:00', 'solution'),
  ...worked(gao, '05-18', 'solutionFixing'),
  filed(lin, '05-20 16:00', 'contractDraft'),
  requested('05-21 09:00', 'commercial-1'),
  su('05-25 14:00', (seen) => ({
    type: 'DecideGate',
    project,
    review: 'commercial-1',
    decision: 'recycle',
    to: 'projectPlanning',
    redo: ['strategy'],
    chair: 'su',
    reviewers,
    criteria: [{ criterion: 'termsAcceptable', met: false, score: 4 }],
    evidence: [seen('solutionFixing'), seen('contractDraft')],
    comment: 'Northlight offers 12 % less: the strategy must answer it',
  })),
];

/** Phase 2 again, with another strategy; then phase 3 up to the signed contract. */
export const signing: ReadonlyArray<Step> = [
  ...strategised(
    '05-28',
    ['Northlight offers 12 % less'],
    'Sell the cost of seven years, not the price of the first',
    2,
  ),
  lin('05-29 10:00', {
    type: 'BookCost',
    project,
    phase: 'projectPlanning',
    amount: cny(40_000),
    by: 'lin',
    reference: 'Cost of seven years, calculated with the customer',
  }),
  lin('06-01 10:00', { type: 'EstimateAmount', project, amount: cny(11_200_000) }),
  lin('06-01 11:00', { type: 'ExpectClose', project, on: '2026-07-31' }),
  likely('06-02 10:00', 'projectPlanning', 4_500),
  lin('06-05 09:00', { type: 'AdvancePhase', project, to: 'negotiationSigning' }),
  likely('06-08 10:00', 'negotiationSigning', 6_500),
  lin('06-09 10:00', { type: 'ObservePurchaseStep', project, flow: 'telecom', step: 'tenderAssessment' }),
  lin('06-10 10:00', {
    type: 'BookCost',
    project,
    phase: 'negotiationSigning',
    amount: cny(90_000),
    by: 'lin',
    approver: 'su',
    reference: 'Second test in the laboratory',
  }),
  ...worked(lin, '06-12', 'planExecution'),
  ...worked(lin, '06-12', 'relationshipSupport'),
  lin('06-15 10:00', {
    type: 'MapStakeholder',
    project,
    stakeholder: 'builder',
    name: 'Mr Hao',
    layer: 'execution',
    influence: 7,
    stance: 'neutral',
    keyDecisionMaker: false,
    department: 'constructionDeputy',
    reportsTo: 'head',
  }),
  filed(lin, '06-19 16:00', 'contractDraft', 2),
  ...worked(lin, '06-19', 'commercialNegotiation'),
  requested('06-22 09:00', 'commercial-2'),
  su('06-25 14:00', (seen) => ({
    type: 'DecideGate',
    project,
    review: 'commercial-2',
    decision: 'conditionalGo',
    chair: 'su',
    reviewers,
    criteria: [{ criterion: 'termsAcceptable', met: true, score: 7 }],
    evidence: [seen('commercialNegotiation'), seen('contractDraft')],
    conditions: [
      { id: 'guarantee', text: 'The bank accepts the guarantee', due: '2026-07-10T10:00:00.000Z' },
      { id: 'penalty', text: 'The penalty for delay ends at 5 %', due: '2026-07-10T10:00:00.000Z' },
    ],
  })),
  lin('07-02 10:00', { type: 'ObservePurchaseStep', project, flow: 'telecom', step: 'decisionReview' }),
  ...worked(lin, '07-03', 'clientDecision'),
  kong('07-08 11:00', {
    type: 'FulfilCondition',
    project,
    review: 'commercial-2',
    condition: 'guarantee',
    confirmedBy: 'kong',
  }),
  kong('07-14 11:00', {
    type: 'FulfilCondition',
    project,
    review: 'commercial-2',
    condition: 'penalty',
    confirmedBy: 'kong',
  }),
  likely('07-15 10:00', 'negotiationSigning', 9_000),
  lin('07-20 10:00', { type: 'ObservePurchaseStep', project, flow: 'telecom', step: 'negotiationAndSigning' }),
  lin('07-21 15:00', { type: 'SignContract', project, amount: cny(10_860_000), contract: 'LT-2026-117' }),
];
