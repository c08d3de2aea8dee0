import { lin, mei, rao, su } from '../people.js';
import { child, cny, filed, paper, project, type Step, worked } from '../step.js';

/** Phases 4 and 5: delivered, reviewed once more, and a new project grows out of it. */
export const delivery: ReadonlyArray<Step> = [
  mei('07-24 10:00', {
    type: 'WaiveActivity',
    project,
    activity: 'service',
    reason: 'doneByCustomer',
    requestedBy: 'mei',
    approver: 'su',
  }),
  rao('08-14 10:00', {
    type: 'BookCost',
    project,
    phase: 'implementationSummary',
    amount: cny(820_000),
    by: 'rao',
    reference: 'Two sites',
  }),
  mei('08-28 10:00', {
    type: 'AmendContract',
    project,
    amount: cny(11_040_000),
    reason: 'One rack more at the second site',
  }),
  ...worked(rao, '09-18', 'implementation'),
  filed(rao, '09-29 16:00', 'summaryReport'),
  ...worked(rao, '09-29', 'projectSummary'),
  lin('10-08 10:00', { type: 'AssessRelationshipLevel', project, rung: 'fullService', by: 'lin' }),
  lin('10-09 09:00', {
    type: 'RequestGateReview',
    project,
    review: 'relationship-1',
    gate: 'customerRelationship',
    requestedBy: 'lin',
  }),
  su('10-13 14:00', (seen) => ({
    type: 'DecideGate',
    project,
    review: 'relationship-1',
    decision: 'go',
    chair: 'su',
    reviewers: [{ person: 'su', role: 'salesDirector' }],
    criteria: [{ criterion: 'relationshipFit', met: true }],
    evidence: [seen('projectSummary'), paper('Acceptance by the customer', '09-25 18:00')],
  })),
  lin('10-16 10:00', {
    type: 'OpenExtension',
    project,
    child,
    channel: 'customerExchange',
    discoveredBy: 'lin',
    title: 'Edge computing for the port of Linjiang',
  }),
  ...worked(lin, '10-16', 'extension'),
  mei('10-30 10:00', { type: 'CloseProject', project, outcome: 'won' }),
];
