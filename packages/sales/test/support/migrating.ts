/** A project under an older version of the playbook, and the version in force. */
import assert from 'node:assert/strict';
import { type ProcessTemplate, type ProjectContext, type ProjectEvent, plainProcess } from '@millrace/sales';
import { publishedPlaybook } from '@millrace/testing';
import { works } from './processes.js';
import { after, ask, confirmed, openedUnder, playbookWith, under, was } from './projecting.js';

const old = { ...works, gates: works.gates.slice(0, 1) };
const oldRules = publishedPlaybook(playbookWith(old));

/** Everything that there is in the small process, done in it. */
const past: ReadonlyArray<ProjectEvent> = [
  ...openedUnder(under(playbookWith(old))(3), old),
  confirmed,
  was(4, 'StepDone', { activity: 'need', step: 'wish', by: 'ada', evidence: [] }),
  was(4, 'DocumentRecorded', { document: 'note', hash: 'a'.repeat(64) }),
  was(4, 'StakeholderMapped', {
    stakeholder: 's1',
    layer: 'board',
    influence: 5,
    stance: 'neutral',
    keyDecisionMaker: true,
  }),
  was(4, 'PurchaseStepObserved', { flow: 'buying', step: 'asked' }),
  was(4, 'PhaseBudgetSet', { phase: 'delivery', amount: { minor: 1, currency: 'CNY' } }),
  was(4, 'GateReviewRequested', { review: 'r1', gates: ['screen'], requestedBy: 'ada', plannedTeam: [] }),
  was(5, 'GateDecided', {
    review: 'r1',
    gates: ['screen'],
    decision: 'go',
    chair: 'mia',
    reviewers: [{ person: 'mia', role: 'manager' }],
    independence: 'independent',
    form: 'meeting',
    criteria: [],
    evidence: [],
  }),
  was(5, 'PhaseEntered', { phases: ['offer'], cause: 'go', review: 'r1' }),
];

/** On a day, under a template that is published after the old one. */
const inForce = (process: Partial<ProcessTemplate>, when: number): ProjectContext => {
  const context = under(playbookWith({ ...old, ...process }))(when);
  const { playbook } = context;
  assert(playbook.phase === 'published' && oldRules.phase === 'published');
  return { ...context, playbook: { ...playbook, projects: { ...oldRules.projects, ...playbook.projects } } };
};

/** A migration asked on day 20, to the old template with something else in it, after more has happened. */
export const migratedTo = (process: Partial<ProcessTemplate>, ...more: ReadonlyArray<ProjectEvent>) =>
  after(...past, ...more).when(ask('MigrateProcess', { template: 'works' }), inForce(process, 20));

/** The event of it. */
export const migratedBy = (process: Partial<ProcessTemplate>): ProjectEvent => {
  const { playbook } = inForce(process, 20);
  assert(playbook.phase === 'published');
  const template = { ...old, ...process };
  return was(20, 'ProcessMigrated', {
    template: 'works',
    playbook: playbook.version,
    process: plainProcess(template),
    signedIn: template.signedIn,
  } as never);
};

export { old };
