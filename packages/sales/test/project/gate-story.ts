/** A key-account project at its gates, told by what happened; the deciders of gates are asked. */
import assert from 'node:assert/strict';
import { type BusinessId, type DomainEvent, type Instant, replay } from '@millrace/kernel';
import {
  initialPerson,
  keyAccount,
  type OpenedProject,
  type Person,
  type Playbook,
  type ProcessTemplate,
  type ProjectCommand,
  type ProjectContext,
  type ProjectEvent,
  personFold,
  projectEvents,
  projectFold,
  projectModule,
} from '@millrace/sales';
import { given, publishedPlaybook, tailoredOf } from '@millrace/testing';
import * as E from 'fp-ts/lib/Either.js';
import { ours } from '../support/key-account.js';
import { term } from '../support/playbooks.js';
import { day, sha256 } from '../support/story.js';

/** The preset with something else in its process. */
export const playbookWith = (more: Partial<ProcessTemplate>): Playbook => ({
  ...keyAccount,
  projects: { ...ours.projects, processes: [{ ...ours.process, ...more }] },
});

const recordOf = (person: string, ...roles: ReadonlyArray<string>): readonly [string, Person] => [
  person,
  replay(personFold, [
    { type: 'StaffJoined', data: { person: person as BusinessId, name: person }, effectiveAt: day(-30) },
    ...roles.map((role) => ({ type: 'RoleGranted', data: { role: term(role) }, effectiveAt: day(-20) }) as const),
  ]),
];

const people = new Map<string, Person>([
  recordOf('ada', 'seller'),
  recordOf('bob', 'reviewer'),
  recordOf('mia', 'reviewer', 'salesDirector', 'manager'),
  recordOf('noa', 'reviewer', 'technicalReviewer'),
  recordOf('oto', 'commercialReviewer'),
  ['zed', initialPerson],
]);

/** What a decision on a day is given; the operator asks. */
export const on = (
  n: number,
  playbook: Playbook = keyAccount,
  { actor = 'operator', role = actor }: { readonly actor?: string; readonly role?: string } = {},
): ProjectContext => ({
  effectiveAt: day(n),
  now: day(Math.max(n, 100)),
  actor: actor as BusinessId,
  role: role as BusinessId,
  sha256,
  playbook: publishedPlaybook(playbook),
  actorRecord: people.get(actor),
  people,
  entered: new Set(),
  projects: new Map(),
});

/** A history, ready to be asked on day 50 unless another context is given. */
export const after = given(projectModule.decider, on(50));

/** An event of a day, its data checked by its codec. */
export const was = (when: number, type: ProjectEvent['type'], data: object): ProjectEvent => {
  const read = projectEvents.read(type, projectEvents.schemaOf(type), data);
  assert(E.isRight(read), `not the data of ${type}: ${JSON.stringify(read)}`);
  const event: DomainEvent<string, unknown> = { type, data: read.right, effectiveAt: day(when) };
  return event as ProjectEvent;
};

/** A command about project `x1`, read as one from outside. */
export const ask = (type: ProjectCommand['type'], fields: object): ProjectCommand => {
  const read = projectModule.commands.read({ type, project: 'x1', ...fields });
  assert(E.isRight(read), `no command ${type}: ${JSON.stringify(read)}`);
  return read.right;
};

/** What a history makes of the project. */
export const projectAfter = (...history: ReadonlyArray<ProjectEvent>): OpenedProject => {
  const project = replay(projectFold, history);
  assert(project.status === 'opened');
  return project;
};

/** Discovered on day 1, and opened by ada on day 2 under a playbook; phases are merged where `merges` says so. */
export const openedUnder = (playbook: Playbook, merges: ReadonlyArray<boolean> = []): ReadonlyArray<ProjectEvent> => {
  const [template] = playbook.projects?.processes ?? [];
  const state = publishedPlaybook(playbook);
  assert(template !== undefined && state.phase === 'published');
  return [
    was(1, 'OpportunityDiscovered', { project: 'x1', channel: 'bidding', discoveredBy: 'ada' }),
    was(2, 'ProjectOpened', {
      template: template.id,
      playbook: state.version,
      process: tailoredOf(template, merges),
      signedIn: template.signedIn,
      owner: 'ada',
    }),
  ];
};

export const opened = openedUnder(keyAccount);

/** An activity was done, a phase entered. */
export const did = (when: number, activity: string) => was(when, 'ActivityDone', { activity, by: 'ada', evidence: [] });
export const entered = (when: number, phase: string, cause: string, review?: string) =>
  was(when, 'PhaseEntered', { phases: [phase], cause, ...(review === undefined ? {} : { review }) });

/** The need is known on day 3: the preliminary gate's only criterion that the record must meet. */
export const known = [...opened, did(3, 'customerNeed')];

/** Ada asks for a review of a gate on a day; nobody else is planned. */
export const requested = (when: number, review: string, gate: string, plannedTeam: ReadonlyArray<string> = []) =>
  was(when, 'GateReviewRequested', { review, gates: [gate], requestedBy: 'ada', plannedTeam });

/** The preliminary review is asked for on day 5. */
export const asked = [...known, requested(5, 'r1', 'preliminary')];

/** What mia and noa say of the preliminary criteria. */
export const said = [
  { criterion: 'regionKnown', met: false, comment: 'comes next week' },
  { criterion: 'worthAProject', met: true },
];
export const both = [
  { person: 'mia', role: 'reviewer' },
  { person: 'noa', role: 'reviewer' },
];

/** A go of `r1` by mia and noa, with something else in it. */
export const go = (more: object = {}): ProjectCommand =>
  ask('DecideGate', {
    review: 'r1',
    decision: 'go',
    chair: 'mia',
    reviewers: both,
    criteria: said,
    evidence: [{ revision: 2 }],
    ...more,
  });

/** How the preliminary criteria stand with that. */
const results = [
  { criterion: 'needKnown', must: true, met: true, by: 'record' },
  { criterion: 'regionKnown', must: false, met: false, by: 'record', comment: 'comes next week' },
  { criterion: 'worthAProject', must: true, met: true, by: 'reviewers' },
];

/** The decision of a review of the preliminary gate, as recorded, with something else in it. */
export const decided = (when: number, decision: string, more: object = {}): ProjectEvent =>
  was(when, 'GateDecided', {
    review: 'r1',
    gates: ['preliminary'],
    decision,
    chair: 'mia',
    reviewers: both,
    independence: 'independent',
    form: 'meeting',
    criteria: results,
    evidence: [{ revision: 2 }],
    ...more,
  });

/** Past the preliminary gate on day 10, and in the concept exchange. */
export const exchanging = [...asked, decided(10, 'go'), entered(10, 'conceptExchange', 'go', 'r1')];

/** In negotiation since day 20, everything done that the commercial gate asks of the record. */
export const negotiating = [
  ...exchanging,
  entered(15, 'projectPlanning', 'go'),
  entered(20, 'negotiationSigning', 'advance'),
  did(21, 'technicalConfirmation'),
  did(21, 'solutionFixing'),
  was(21, 'DocumentRecorded', { document: 'contractDraft', hash: 'c'.repeat(64) }),
  ...['auxiliary', 'technical', 'execution', 'decision'].map((layer) =>
    was(22, 'StakeholderMapped', {
      stakeholder: layer,
      layer,
      influence: 5,
      stance: 'neutral',
      keyDecisionMaker: false,
    }),
  ),
];

/** A millisecond is enough to be late. */
export const later = (n: number): Instant => day(n, '09:00:00.001');
