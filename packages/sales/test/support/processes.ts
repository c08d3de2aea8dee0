import {
  type Activity,
  type Criterion,
  dealership,
  type Gate,
  opportunityChannels,
  type Phase,
  type Playbook,
  type ProcessTemplate,
  type ProjectRules,
} from '@millrace/sales';
import { named, term } from './playbooks.js';

/** An activity of this id. */
export const activity = (id: string, more: Partial<Activity> = {}): Activity => ({ ...named(id), steps: [], ...more });

/** A phase of this id, in which these are done. */
export const phase = (id: string, activities: ReadonlyArray<Activity> = [], more: Partial<Phase> = {}): Phase => ({
  ...named(id),
  activities,
  checklist: [],
  ...more,
});

/** Where a gate stands. */
export const exitOf = (id: string): Gate['guards'] => ({ at: 'exit', phase: term(id) });
export const atSigning: Gate['guards'] = { at: 'signing' };

/** A criterion that must be met, left to the reviewers unless it tests something. */
export const criterion = (id: string, test: Criterion['test'] = { by: 'reviewers' }): Criterion => ({
  ...named(id),
  must: true,
  test,
});

/** A gate of this id that the manager reviews. */
export const gate = (id: string, guards: Gate['guards'], more: Partial<Gate> = {}): Gate => ({
  ...named(id),
  guards,
  criteria: [criterion(`${id}Judged`)],
  reviewerRoles: [term('manager')],
  form: 'meeting',
  reviewers: 1,
  simplifications: [],
  ...more,
});

/** A gate of this id that asks this. */
export const gateAsking = (id: string, guards: Gate['guards'], ...criteria: ReadonlyArray<Criterion>): Gate =>
  gate(id, guards, { criteria });

const step = (id: string, of: string) => ({ ...named(id), phase: term(of) });

/** A small process: a lead, an offer that is signed, and its delivery. */
export const works: ProcessTemplate = {
  ...named('works'),
  phases: [
    phase(
      'lead',
      [
        activity('need', { steps: [named('wish'), named('budget')], analysis: 'customer' }),
        activity('visit', { deliverables: [named('note')] }),
      ],
      { checklist: [named('called')] },
    ),
    phase('offer', [activity('bid', { deliverables: [named('paper')], analysis: 'own' })]),
    phase('delivery', [activity('handover')]),
  ],
  gates: [gate('screen', exitOf('lead')), gate('terms', atSigning)],
  signedIn: term('offer'),
  flows: [{ ...named('buying'), steps: [step('asked', 'lead'), step('ordered', 'offer'), step('paid', 'offer')] }],
  layers: [named('users'), named('board')],
  sizes: [named('small')],
};

/** What a playbook that has it says of projects. */
export const projects: ProjectRules = {
  processes: [works],
  channels: [...opportunityChannels, named('website')],
  saleTypes: [],
  relationshipLadder: [],
  establishment: [],
  decisionFactors: [],
  departments: [],
  relations: [],
  tactics: [],
  knowledge: [],
  lost: [named('price')],
  reopening: [],
  waiving: [],
};

const { permissions } = dealership;

/** The dealership's roles; managers and the business head may decide gates. */
const deciding: Playbook['permissions'] =
  permissions.allow === 'all'
    ? permissions
    : {
        ...permissions,
        roles: permissions.roles.map((one) =>
          one.commands !== 'all' && (one.role === 'manager' || one.role === 'businessHead')
            ? { ...one, commands: [...one.commands, term('DecideGate')] }
            : one,
        ),
      };

/** The dealership's playbook with that, and something else in it. */
export const projectsWith = (more: Partial<ProjectRules> = {}): Playbook => ({
  ...dealership,
  permissions: deciding,
  projects: { ...projects, ...more },
});

/** The dealership's playbook with the small process, and something else in it. */
export const processWith = (more: Partial<ProcessTemplate>): Playbook =>
  projectsWith({ processes: [{ ...works, ...more }] });

/** A purchase flow of this id, its steps by the phase of each. */
export const flow = (id: string, ...steps: ReadonlyArray<readonly [string, string]>) => ({
  ...named(id),
  steps: steps.map(([name, of]) => step(name, of)),
});
