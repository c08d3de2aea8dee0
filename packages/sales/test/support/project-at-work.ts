/** Projects as they stand when work begins: what stories of work and money are told with. */
import assert from 'node:assert/strict';
import { type Instant, replay } from '@millrace/kernel';
import {
  initialPerson,
  keyAccount,
  type OpenedProject,
  type Person,
  type PlaybookInForce,
  type ProjectContext,
  type ProjectEvent,
  type ProjectRules,
  personEvents,
  personFold,
  projectEvents,
  projectFold,
  projectModule,
  type TailoredProcess,
} from '@millrace/sales';
import { given, publishedPlaybook } from '@millrace/testing';
import { ours } from './key-account.js';
import { asks, at, tells } from './performance.js';

const publishedRules = publishedPlaybook(keyAccount);
assert(publishedRules.phase === 'published');

/** The key-account playbook, in force. */
export const inForce: PlaybookInForce = publishedRules;

/** The same version, saying something else of projects. */
export const rulesSaying = (more: Partial<ProjectRules>): PlaybookInForce => ({
  ...inForce,
  projects: { [inForce.version]: { ...ours.projects, ...more } },
});

/** The same version, with sellers who may ask for everything. */
const sellersMayAll: PlaybookInForce = {
  ...inForce,
  playbook: {
    ...inForce.playbook,
    permissions: {
      allow: 'listed',
      roles: [{ role: 'seller' as never, name: { en: 'Seller', zh: '销售员' }, holder: 'person', commands: 'all' }],
    },
  },
};

export const was = tells(projectEvents);
export const ask = asks(projectModule.commands, { project: 'p1' });

const person = tells(personEvents);

/** Somebody at work since day 1. */
const staffOf = (id: string): Person =>
  replay(personFold, [
    person(1, 'StaffJoined', { person: id, name: id }),
    person(1, 'RoleGranted', { role: 'seller' }),
  ]);

const people = new Map(['ada', 'bob', 'cyd', 'mia', 'noa'].map((id) => [id, staffOf(id)]));

/** On a day, asked by the operator; everybody is known but zed. */
export const on = (when: number | Instant, rules: PlaybookInForce = inForce): ProjectContext => ({
  ...at(when, 'operator', 'operator', rules),
  people: new Map([...people, ['zed', initialPerson]]),
  entered: new Set(),
  projects: new Map(),
});

/** On a day, asked by somebody in the role of a seller. */
export const onBy = (when: number, actor: string): ProjectContext => ({
  ...on(when),
  ...at(when, actor, 'seller', sellersMayAll),
  actorRecord: people.get(actor),
});

/** The template as it is, or with adjacent stages merged: their indices, from and to. */
const processOf = (merged?: readonly [number, number]): TailoredProcess => {
  const { phases, gates } = ours.process;
  const stages = phases.map(({ id, activities, checklist }) => ({
    phases: [id],
    activities: activities.map(({ id: activity, steps }) => ({ activity, steps: steps.map((step) => step.id) })),
    checklist: checklist.map((item) => item.id),
  }));
  const [from, to] = merged ?? [0, 0];
  const together = stages.slice(from, to + 1);
  const stage = {
    phases: together.flatMap((one) => one.phases),
    activities: together.flatMap((one) => one.activities),
    checklist: together.flatMap((one) => one.checklist),
  };
  return {
    stages: [...stages.slice(0, from), stage, ...stages.slice(to + 1)],
    gates: gates.map(({ id, guards, criteria, reviewerRoles, form, reviewers }) => ({
      gates: [id],
      guards:
        guards.at === 'exit' && stage.phases.includes(guards.phase)
          ? { at: 'exit', phase: stage.phases.at(-1) ?? guards.phase }
          : guards,
      criteria: criteria.map((criterion) => criterion.id),
      reviewerRoles,
      form,
      reviewers,
    })),
  };
};

const begun = (process: TailoredProcess): ReadonlyArray<ProjectEvent> => [
  was(1, 'OpportunityDiscovered', { project: 'p1', channel: 'bidding', discoveredBy: 'ada' }),
  was(2, 'ProjectOpened', {
    owner: 'ada',
    template: 'keyAccount',
    playbook: inForce.version,
    process: process as never,
    signedIn: 'negotiationSigning',
  }),
];

type Cause = Extract<ProjectEvent, { type: 'PhaseEntered' }>['data']['cause'];

export const enters = (when: number, cause: Cause, ...phases: ReadonlyArray<string>) =>
  was(when, 'PhaseEntered', { phases, cause });

/** In each phase in turn: phase 0 since day 2, phase 1 since day 4, and so on; signed on day 10. */
export const inCollection = begun(processOf());
export const inExchange = [...inCollection, enters(4, 'go', 'conceptExchange')];
export const inPlanning = [...inExchange, enters(6, 'go', 'projectPlanning')];
export const inSigning = [...inPlanning, enters(8, 'advance', 'negotiationSigning')];
export const signed = [
  ...inSigning,
  was(10, 'ContractSigned', { amount: { minor: 500_000_00, currency: 'CNY' } }),
  enters(10, 'signing', 'implementationSummary'),
];
/** Back in phase 1 on day 9. */
export const recycled = [...inSigning, enters(9, 'recycle', 'conceptExchange')];
/** Phases 1 and 2 merged, and entered together on day 4. */
export const inMerged = [...begun(processOf([1, 2])), enters(4, 'go', 'conceptExchange', 'projectPlanning')];
export const lost = [...inExchange, was(9, 'ProjectClosed', { outcome: 'lost', reason: 'price' })];
/** Won, delivered and closed on day 20. */
export const delivered = [...signed, was(20, 'ProjectClosed', { outcome: 'won' })];

/** A history, ready to be asked on day 30. */
export const after = given(projectModule.decider, on(30));

/** Where a history leads. @throws Error where it opens no project */
export const openedBy = (history: ReadonlyArray<ProjectEvent>): OpenedProject => {
  const project = replay(projectFold, history);
  assert(project.status === 'opened');
  return project;
};

export const cny = (minor: number) => ({ minor, currency: 'CNY' });
