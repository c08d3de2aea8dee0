import { gao, lin, rao } from '../people.js';
import { cny, type Doer, filed, project, type Step, worked } from '../step.js';

/** The strategy, analysed and chosen; a recycle has it done again. */
export const strategised = (
  day: string,
  threats: ReadonlyArray<string>,
  strategy: string,
  edition: number,
): ReadonlyArray<Step> => [
  lin(`${day} 08:30`, {
    type: 'RecordSwot',
    project,
    strengths: ['Takes over within a second', 'People in the province'],
    weaknesses: ['Dearer licence', 'No reference in the province'],
    opportunities: ['Contracts of factories end in 2027', 'The port'],
    threats,
  }),
  lin(`${day} 09:30`, { type: 'ChooseStrategy', project, strategy }),
  filed(lin, `${day} 16:00`, 'strategyAnalysis', edition),
  ...worked(lin, day, 'strategy', ['swot', 'projectStrategy']),
];

/** What a planned phase is left by, confirmed. */
const checked = (when: string): ReadonlyArray<Step> =>
  ['objectivesSet', 'strategyChosen', 'responsibilitiesClear', 'costsPlanned'].map((item) =>
    lin(when, { type: 'ConfirmChecklistItem', project, item }),
  );

const planned = (activity: string, responsible: Doer, from: string, to: string) => ({
  activity,
  responsible: responsible.id,
  accountable: 'lin',
  informed: ['mei'],
  from: `2026-${from}`,
  to: `2026-${to}`,
});

const budgeted = (phase: string, yuan: number): Step =>
  lin('04-13 11:00', { type: 'SetPhaseBudget', project, phase, amount: cny(yuan) });

/** Phase 2: objectives, strategy, plan and budgets; left by its checklist. */
export const planning: ReadonlyArray<Step> = [
  lin('04-01 10:00', { type: 'AssessProbability', project, phase: 'projectPlanning', bp: 4_000, by: 'lin' }),
  lin('04-02 10:00', {
    type: 'SetObjective',
    project,
    objective: 'Sign a packet core for two sites by the end of June',
    parts: ['Pass the laboratory test in April', 'Shape the tender by May', 'Win the tender in June'],
  }),
  filed(lin, '04-02 11:00', 'objectiveSheet'),
  ...worked(lin, '04-03', 'objectives', ['principles', 'decomposition']),
  ...strategised(
    '04-08',
    ['Northlight prices to win'],
    'Win on availability, by a test of the chief engineer’s own',
    1,
  ),
  lin('04-10 10:00', {
    type: 'BaselinePlan',
    project,
    goal: 'Two sites in service by the middle of September',
    phases: [
      { phase: 'projectPlanning', from: '2026-04-01', to: '2026-04-24' },
      { phase: 'negotiationSigning', from: '2026-04-24', to: '2026-06-30' },
      { phase: 'implementationSummary', from: '2026-07-01', to: '2026-09-30' },
      { phase: 'newProjectExtension', from: '2026-10-01', to: '2026-10-31' },
    ],
    activities: [
      planned('technicalConfirmation', gao, '04-27', '05-08'),
      planned('solutionFixing', gao, '05-08', '05-20'),
      planned('commercialNegotiation', lin, '05-20', '06-19'),
      planned('implementation', rao, '07-01', '09-15'),
      planned('projectSummary', rao, '09-15', '09-30'),
    ],
  }),
  budgeted('projectPlanning', 150_000),
  budgeted('negotiationSigning', 300_000),
  budgeted('implementationSummary', 900_000),
  budgeted('newProjectExtension', 50_000),
  filed(rao, '04-14 10:00', 'implementationPlan'),
  ...worked(lin, '04-14', 'planning', ['clearGoal', 'workBreakdown', 'clearResponsibility', 'definedActivities']),
  lin('04-15 10:00', {
    type: 'BookCost',
    project,
    phase: 'projectPlanning',
    amount: cny(90_000),
    by: 'lin',
    reference: 'Laboratory, first half',
  }),
  lin('04-17 10:00', { type: 'ObservePurchaseStep', project, flow: 'telecom', step: 'tenderDrafting' }),
  ...checked('04-23 16:00'),
  lin('04-24 09:00', { type: 'AdvancePhase', project, to: 'negotiationSigning' }),
];
