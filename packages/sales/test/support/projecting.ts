/** Project p1, run by the small process: what stories about it begin with. */
import { type Instant, replay } from '@millrace/kernel';
import {
  initialPerson,
  initialProject,
  type Person,
  type Playbook,
  type ProcessTemplate,
  type Project,
  type ProjectContext,
  type ProjectEvent,
  type ProjectRules,
  personEvents,
  personFold,
  plainProcess,
  projectEvents,
  projectFold,
  projectModule,
} from '@millrace/sales';
import { given, publishedPlaybook } from '@millrace/testing';
import { asks, at, tells } from './performance.js';
import { named } from './playbooks.js';
import { projectsWith, works } from './processes.js';

export const was = tells(projectEvents);
export const ask = asks(projectModule.commands, { project: 'p1' });

const joined = tells(personEvents);

/** Somebody of our side, there from day 1. */
const staff = (person: string): Person => replay(personFold, [joined(1, 'StaffJoined', { person, name: person })]);

/** Everybody there is. */
const people: ReadonlyMap<string, Person> = new Map([
  ...['ada', 'bob', 'cyd', 'mia', 'noa'].map((id) => [id, staff(id)] as const),
  ['nobody', initialPerson],
]);

/** Asked by ada, who is a seller. */
export const asSeller: Partial<ProjectContext> = {
  actor: 'ada' as ProjectContext['actor'],
  role: 'seller' as ProjectContext['role'],
  actorRecord: replay(personFold, [
    joined(1, 'StaffJoined', { person: 'ada', name: 'ada' }),
    joined(1, 'RoleGranted', { role: 'seller' }),
  ]),
};

/** A playbook of the small process, with something else in it or in what it says of projects. */
export const playbookWith = (process: Partial<ProcessTemplate> = {}, more: Partial<ProjectRules> = {}): Playbook =>
  projectsWith({
    processes: [{ ...works, ...process }],
    saleTypes: [named('direct')],
    lost: [named('price'), named('rival')],
    reopening: [named('resumed')],
    waiving: [named('agreed')],
    ...more,
  });

/** The small process without gates: its phases follow each other freely, but for a checklist and the contract. */
export const ungated = { gates: [] } satisfies Partial<ProcessTemplate>;

/** On a day, under a playbook; asked by the operator unless somebody else is named. */
export const under =
  (playbook: Playbook) =>
  (when: number | Instant, others: Partial<ProjectContext> = {}): ProjectContext => ({
    ...at(when, others.actor, others.role, publishedPlaybook(playbook)),
    people,
    entered: new Set(['c1', 'c2']),
    projects: new Map<string, Project>([
      [
        'p2',
        replay(projectFold, [
          was(1, 'OpportunityDiscovered', { project: 'p2', channel: 'bidding', discoveredBy: 'bob' }),
        ]),
      ],
      ['p3', initialProject],
    ]),
    ...others,
  });

export const gatedOn = under(playbookWith());
export const on = under(playbookWith(ungated));

/** Stories under the small process without gates, and with its two. */
export const after = given(projectModule.decider, on(20));
export const gated = given(projectModule.decider, gatedOn(20));

const versionOf = ({ playbook }: ProjectContext): string => (playbook.phase === 'published' ? playbook.version : '');

/** Discovered on day 2. */
export const discovered: ReadonlyArray<ProjectEvent> = [
  was(2, 'OpportunityDiscovered', { project: 'p1', channel: 'website', discoveredBy: 'ada', customer: 'c1' }),
];

/** And opened on day 3, under a playbook. */
export const openedUnder = (
  context: ProjectContext,
  process: ProcessTemplate = works,
  more: object = {},
): ReadonlyArray<ProjectEvent> => [
  ...discovered,
  was(3, 'ProjectOpened', {
    template: process.id,
    playbook: versionOf(context),
    process: plainProcess(process),
    signedIn: process.signedIn,
    owner: 'ada',
    ...more,
  }),
];

export const opened = openedUnder(on(3), { ...works, ...ungated });
export const openedGated = openedUnder(gatedOn(3));

export const confirmed = was(4, 'ChecklistItemConfirmed', { phase: 'lead', item: 'called' });

/** In the phase of signing since day 5. */
export const offering = [...opened, confirmed, was(5, 'PhaseEntered', { phases: ['offer'], cause: 'advance' })];

/** Won on day 8 for 1,000 yuan, and in delivery. */
export const won = [
  ...offering,
  was(8, 'ContractSigned', { amount: { minor: 100_000, currency: 'CNY' }, contract: 'no. 7' }),
  was(8, 'PhaseEntered', { phases: ['delivery'], cause: 'signing' }),
];

/** Lost on day 6, in the phase of signing. */
export const lost = [...offering, was(6, 'ProjectClosed', { outcome: 'lost', reason: 'price' })];
