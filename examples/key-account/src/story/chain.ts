import { gao, lin } from '../people.js';
import { filed, project, type Step, worked } from '../step.js';

type Mapped = readonly [id: string, name: string, layer: string, influence: number, stance: string, more: object];

const people: ReadonlyArray<Mapped> = [
  ['head', 'Mr Qian', 'decision', 10, 'neutral', { department: 'bureauHead', keyDecisionMaker: true }],
  ['deputy', 'Ms Fang', 'execution', 8, 'supporter', { department: 'operationDeputy', reportsTo: 'head' }],
  ['builder', 'Mr Hao', 'execution', 7, 'opponent', { department: 'constructionDeputy', reportsTo: 'head' }],
  ['engineer', 'Dr Ning', 'technical', 8, 'neutral', { department: 'chiefEngineer', reportsTo: 'head' }],
  ['networks', 'Mr Bai', 'technical', 5, 'supporter', { department: 'networkCentre', reportsTo: 'deputy' }],
  ['secretary', 'Ms Yun', 'auxiliary', 3, 'supporter', { department: 'office', reportsTo: 'head' }],
];

const mapped = (when: string, [stakeholder, name, layer, influence, stance, more]: Mapped): Step =>
  lin(when, {
    type: 'MapStakeholder',
    project,
    stakeholder,
    name,
    layer,
    influence,
    stance: stance as 'neutral',
    keyDecisionMaker: false,
    ...more,
  });

const strategy = (when: string, stakeholder: string, text: string): Step =>
  lin(when, { type: 'SetStakeholderStrategy', project, stakeholder, strategy: text });

const related = (when: string, from: string, to: string, relation: string): Step =>
  lin(when, { type: 'RelateStakeholders', project, from, to, relation });

/** Phase 1: who decides, who can stop it, and how they are won; then the project is established. */
export const chain: ReadonlyArray<Step> = [
  ...people.map((one) => mapped('02-17 10:00', one)),
  related('02-17 11:00', 'deputy', 'builder', 'competitor'),
  related('02-17 11:10', 'secretary', 'head', 'secretary'),
  related('02-17 11:20', 'networks', 'deputy', 'subordinate'),
  strategy('02-18 09:00', 'head', 'What two lost factories cost, in one page'),
  strategy('02-18 09:10', 'builder', 'A plan that spares him a second site'),
  strategy('02-18 09:20', 'engineer', 'A test of his own in our laboratory'),
  ...worked(lin, '02-18', 'decisionChain', ['purchaseFlow', 'chainAndProcess', 'strategicRelations']),
  lin('02-24 10:00', { type: 'UseTactic', project, tactic: 'executiveVisit', by: 'lin', stakeholder: 'head' }),
  gao('02-26 10:00', { type: 'UseTactic', project, tactic: 'referenceSite', by: 'gao', stakeholder: 'engineer' }),
  lin('02-27 10:00', {
    type: 'FlagDirectBenefit',
    project,
    stakeholder: 'builder',
    note: 'Asked whether a relative could be a subcontractor; declined and reported',
  }),
  lin('02-27 14:00', { type: 'AssessRelationshipLevel', project, rung: 'simpleResponse', by: 'lin' }),
  ...worked(lin, '02-27', 'executiveRelations'),
  lin('03-02 10:00', { type: 'ObservePurchaseStep', project, flow: 'telecom', step: 'solutionStudy' }),
  lin('03-03 10:00', {
    type: 'EstablishProject',
    project,
    elements: [
      { element: 'need', text: 'Availability that a factory can be promised' },
      { element: 'analysis', text: 'Four analyses, of 6 to 12 February' },
      { element: 'budget', text: 'CNY 1.66 million over six phases' },
      { element: 'team', text: 'Lin, Gao and Rao' },
      { element: 'keyTasks', text: 'Laboratory test, tender, factory trial' },
      { element: 'implementationPlan', text: 'Two sites in twelve weeks' },
      { element: 'controlPlan', text: 'Review of cost and plan each month' },
    ],
    team: ['lin', 'gao', 'rao'],
  }),
  filed(gao, '03-03 11:00', 'projectAnalysis'),
  filed(lin, '03-03 11:30', 'projectTeam'),
  ...worked(lin, '03-04', 'projectEstablishment', ['establishmentElements', 'teamFormation']),
];
