import { gao, lin, xu } from '../people.js';
import { cny, filed, project, type Step, worked } from '../step.js';
import { customer } from './founding.js';

/** Phase 0: found at a technical exchange, and worth a project. */
export const collection: ReadonlyArray<Step> = [
  lin(
    '01-08 16:00',
    {
      type: 'DiscoverOpportunity',
      project,
      channel: 'technicalExchange',
      discoveredBy: 'lin',
      customer,
      title: 'Packet core for Linjiang Telecom',
    },
    'discovery',
  ),
  lin('01-12 09:00', {
    type: 'OpenProject',
    project,
    template: 'keyAccount',
    owner: 'lin',
    saleType: 'productWithService',
    product: 'Packet core',
    amount: cny(12_000_000),
    expectedClose: '2026-06-30',
  }),
  lin('01-12 09:10', { type: 'SetPhaseBudget', project, phase: 'informationCollection', amount: cny(60_000) }),
  lin('01-12 09:20', { type: 'SetPhaseBudget', project, phase: 'conceptExchange', amount: cny(200_000) }),
  lin('01-12 10:00', (seen) => ({
    type: 'FinishActivity',
    project,
    activity: 'opportunityDiscovery',
    by: 'lin',
    evidence: [seen('discovery')],
  })),
  lin('01-12 11:00', { type: 'JoinProjectTeam', project, person: 'gao', part: 'solution' }),
  lin('01-13 10:00', { type: 'AssessProbability', project, phase: 'informationCollection', bp: 1_500, by: 'lin' }),
  lin('01-14 10:00', { type: 'ObservePurchaseStep', project, flow: 'telecom', step: 'constructionPlan' }),
  ...worked(lin, '01-20', 'customerNeed', [
    'problem',
    'productOrService',
    'reason',
    'budgetedAndPlanned',
    'realNeed',
    'downstreamNeed',
  ]),
  gao('01-21 10:00', {
    type: 'DoStep',
    project,
    activity: 'advanceInformation',
    step: 'regionFeatures',
    by: 'gao',
  }),
  gao('01-21 11:00', { type: 'DoStep', project, activity: 'advanceInformation', step: 'rivalDealers', by: 'gao' }),
  filed(gao, '01-21 12:00', 'customerList'),
  lin('01-23 15:00', { type: 'TouchChannel', project, channel: 'executiveVisit' }),
  lin('01-26 09:00', {
    type: 'BookCost',
    project,
    phase: 'informationCollection',
    amount: cny(38_000),
    by: 'lin',
    reference: 'Visits in January',
  }),
  lin('01-27 10:00', { type: 'ObservePurchaseStep', project, flow: 'telecom', step: 'planReview' }),
  lin('01-28 09:00', {
    type: 'RequestGateReview',
    project,
    review: 'preliminary-1',
    gate: 'preliminary',
    requestedBy: 'lin',
    plannedTeam: ['gao', 'rao'],
  }),
  xu('01-30 10:00', (seen) => ({
    type: 'DecideGate',
    project,
    review: 'preliminary-1',
    decision: 'go',
    chair: 'xu',
    reviewers: [
      { person: 'xu', role: 'reviewer' },
      { person: 'tang', role: 'reviewer' },
    ],
    criteria: [
      { criterion: 'regionKnown', met: false, comment: 'the mix of trades comes with the yearbook in February' },
      { criterion: 'worthAProject', met: true },
    ],
    evidence: [seen('customerNeed'), seen('customerList')],
  })),
];
