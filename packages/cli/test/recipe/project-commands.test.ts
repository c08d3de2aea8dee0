/** Every command of projects, as a recipe asks for it. */
import { projectModule } from '@millrace/sales';
import { expect, test } from 'vitest';
import { recipeCommands } from '../../src/recipe/commands.js';
import { rightOf } from '../support/compiled.js';
import { plan } from '../support/planned.js';

const hash = '0'.repeat(64);
const plannedPhase = { phase: '{a}', from: { $date: '{day}' }, to: { $date: '{day}' } };

/** What each command is told besides its project: `{a}` and `{b}` are terms, `{who}` is a person, `{n}` a number. */
const fields: { readonly [command: string]: object } = {
  DiscoverOpportunity: { channel: 'bidding', discoveredBy: '{who}', customer: { $optional: '{blank}' }, title: '{a}' },
  TouchChannel: { channel: '{a}' },
  OpenProject: {
    template: 'keyAccount',
    owner: '{who}',
    saleType: '{a}',
    amount: { $money: '{n}' },
    expectedClose: { $date: '{day}' },
  },
  TransferProject: { to: '{who}', reason: '{a}' },
  JoinProjectTeam: { person: '{who}', part: '{a}' },
  LeaveProjectTeam: { person: '{who}' },
  TailorProcess: {
    process: { stages: [{ phases: ['{a}'], activities: [{ activity: '{b}', steps: [] }], checklist: [] }], gates: [] },
    size: '{a}',
  },
  MigrateProcess: { template: 'keyAccount' },
  ConfirmChecklistItem: { item: '{a}' },
  AdvancePhase: { to: '{a}' },
  SignContract: { amount: { $money: '{n}', unsigned: true }, contract: '{b}' },
  AmendContract: { amount: { $money: '{n}' }, reason: '{a}' },
  TerminateContract: { reason: '{a}' },
  CloseProject: { outcome: 'lost', reason: 'price', competitor: '{a}' },
  ReopenProject: { reason: '{a}' },
  OpenExtension: { child: '{who}', channel: 'bidding', discoveredBy: '{who}' },
  RequestGateReview: { review: '{who}', gate: '{a}', requestedBy: '{who}', plannedTeam: ['{who}'] },
  DecideGate: {
    review: '{who}',
    decision: 'go',
    chair: '{who}',
    reviewers: [{ person: '{who}', role: '{a}' }],
    criteria: [{ criterion: '{a}', met: true, score: { $integer: '{n}' } }],
    evidence: [{ document: hash, at: { $time: '{day}' } }],
    conditions: [{ id: '{a}', text: '{b}', due: { $time: '{day}' } }],
  },
  FulfilCondition: { review: '{who}', condition: '{a}', confirmedBy: '{who}' },
  DoStep: { activity: '{a}', step: '{b}', by: '{who}', evidence: [{ revision: { $integer: '{n}' } }] },
  FinishActivity: { activity: '{a}', by: '{who}' },
  WaiveActivity: { activity: '{a}', reason: '{b}', requestedBy: '{who}', approver: '{who}' },
  RecordDocument: { document: '{a}', hash },
  RecordAnalysis: { kind: 'own', part: '{a}', finding: '{b}', by: '{who}' },
  EstablishProject: { elements: [{ element: '{a}', text: '{b}' }], team: ['{who}'] },
  RecordRegionProfile: { region: '{a}', features: ['{b}'], rivals: [], trades: [], sources: ['{a}'] },
  NoteCompetitor: { competitor: '{a}', note: '{b}' },
  RateDecisionFactors: { ratings: [{ factor: '{a}', own: { $integer: '{n}' } }] },
  RecordSwot: { strengths: ['{a}'], weaknesses: [], opportunities: [], threats: [{ $optional: '{blank}' }] },
  SetObjective: { objective: '{a}', parts: ['{b}'] },
  ChooseStrategy: { strategy: '{a}' },
  BaselinePlan: {
    goal: '{a}',
    phases: [plannedPhase],
    activities: [{ activity: '{b}', responsible: '{who}', from: { $date: '{day}' }, to: { $date: '{day}' } }],
  },
  MapStakeholder: {
    stakeholder: '{who}',
    layer: '{a}',
    influence: { $integer: '{n}' },
    stance: 'neutral',
    keyDecisionMaker: false,
    name: '{b}',
  },
  SetStakeholderStrategy: { stakeholder: '{who}', strategy: '{a}' },
  RelateStakeholders: { from: '{who}', to: '{who}', relation: '{a}' },
  UseTactic: { tactic: '{a}', by: '{who}' },
  FlagDirectBenefit: { stakeholder: '{who}', note: '{a}' },
  AssessRelationshipLevel: { rung: '{a}', by: '{who}' },
  AssessQualification: { qualification: { champion: { $integer: '{n}' } }, by: '{who}' },
  ObservePurchaseStep: { flow: '{a}', step: '{b}' },
  SetPhaseBudget: { phase: '{a}', amount: { $money: '{n}' } },
  BookCost: { phase: '{a}', amount: { $money: '{n}' }, by: '{who}', late: true },
  AssessProbability: { phase: '{a}', bp: { $integer: '{n}' }, by: '{who}' },
  EstimateAmount: { amount: { $money: '{n}' } },
  ExpectClose: { on: { $date: '{day}' } },
};

test('every command of projects can be made of a row', async () => {
  const types = [...projectModule.commands.types];
  expect(Object.keys(fields).sort()).toEqual([...types].sort());
  expect(types.filter((type) => !recipeCommands.includes(type))).toEqual([]);
  const planned = await plan({
    'recipe.json': {
      id: 'test',
      playbook: { preset: 'keyAccount' },
      files: [
        {
          path: 'a.csv',
          time: { at: '2025-01-01' },
          commands: types.map((command) => ({ command, fields: { project: '{id}', ...fields[command] } })),
        },
      ],
    },
    'a.csv': 'id,who,a,b,n,day,blank\np1,ann,one,two,7,2025-02-01,\n',
  });
  const { commands, faults } = rightOf(planned);
  expect(faults).toEqual([]);
  expect(commands.map(({ command }) => command.type)).toEqual(types);
  expect(commands.map(({ command }) => command)).toContainEqual({
    type: 'DiscoverOpportunity',
    project: 'p1',
    channel: 'bidding',
    discoveredBy: 'ann',
    title: 'one',
  });
});
