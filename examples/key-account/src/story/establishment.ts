import { lin, su } from '../people.js';
import { cny, paper, project, type Step } from '../step.js';
import { need } from './exchange.js';

const reviewers = [
  { person: 'su', role: 'salesDirector' },
  { person: 'tang', role: 'technicalReviewer' },
];

const requested = (when: string, review: string): Step =>
  lin(when, { type: 'RequestGateReview', project, review, gate: 'establishment', requestedBy: 'lin' });

/** The second gate: held, since nobody had granted a budget; passed once somebody had. */
export const establishment: ReadonlyArray<Step> = [
  requested('03-06 09:00', 'establishment-1'),
  su('03-10 14:00', (seen) => ({
    type: 'DecideGate',
    project,
    review: 'establishment-1',
    decision: 'hold',
    chair: 'su',
    reviewers,
    criteria: [
      { criterion: 'needBudgeted', met: false, comment: 'planned, but no budget is granted' },
      { criterion: 'projectApproved', met: false, score: 5 },
    ],
    evidence: [seen('projectEstablishment'), seen('projectAnalysis')],
    comment: 'Come back when the bureau has granted the budget',
  })),
  lin('03-18 10:00', {
    type: 'BookCost',
    project,
    phase: 'conceptExchange',
    amount: cny(45_000),
    by: 'lin',
    reference: 'Business case for the bureau',
  }),
  lin(
    '03-26 16:00',
    {
      type: 'RecordAnalysis',
      project,
      kind: 'customer',
      part: 'needAnalysis',
      finding: 'The bureau grants CNY 12 million for availability',
      by: 'lin',
      need: { ...need, budgeted: 'yes' },
    },
    'grant',
  ),
  requested('03-27 09:00', 'establishment-2'),
  su('03-31 14:00', (seen) => ({
    type: 'DecideGate',
    project,
    review: 'establishment-2',
    decision: 'go',
    chair: 'su',
    reviewers,
    criteria: [{ criterion: 'projectApproved', met: true, score: 8 }],
    evidence: [seen('grant'), paper('Minutes of the bureau, no. 7', '03-25 18:00')],
  })),
];
