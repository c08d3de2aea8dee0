import assert from 'node:assert/strict';
import type { OpenedProject, Project } from '@millrace/sales';

/** What is so of every project, whatever was asked. */
export const projectInvariants = (project: Project): void => {
  if (project.status === 'undiscovered') return;
  assert.equal(new Set(project.touched).size, project.touched.length);
  assert.equal(project.touched[0], project.origin.channel, 'GAT-13: attribution stays with the first channel');
  assert.equal(project.times[0], project.origin.discoveredAt);
  if (project.status === 'opened') ofOpened(project);
};

const ofOpened = (project: OpenedProject): void => {
  ofTime(project);
  ofTeam(project);
  ofPlace(project);
  ofOutcome(project);
};

const ofTime = ({ origin, openedAt, movedAt, entered, team }: OpenedProject): void => {
  assert(origin.discoveredAt <= openedAt && openedAt <= movedAt);
  assert(team.since >= openedAt);
  for (const { at } of entered) assert(openedAt <= at && at <= movedAt);
};

const ofTeam = ({ team: { owner, members, ever } }: OpenedProject): void => {
  assert(members.includes(owner), 'who has the project is on its team');
  assert(members.every((person) => ever.includes(person)));
  assert.equal(new Set(members).size, members.length);
};

/** GAT-1: it stands behind no gate without a go, behind signing only once it is won, and skipped no phase. */
const ofPlace = ({ process: { stages, gates }, stage, entered, signedIn, ended, passed }: OpenedProject): void => {
  const phases = stages.flatMap((one) => one.phases);
  const ever = entered.map(({ phase }) => phase);
  assert.deepEqual(new Set(phases.slice(0, ever.length)), new Set(ever), 'phases are entered in their order');
  assert(stages[stage]?.phases.every((phase) => ever.includes(phase)));
  const behind = stages.slice(0, stage).flatMap((one) => one.phases);
  if (behind.includes(signedIn)) assert.equal(ended?.outcome, 'won');
  for (const gate of gates) {
    const last = gate.guards.at === 'exit' ? gate.guards.phase : signedIn;
    if (!behind.includes(last)) continue;
    assert(gate.gates.every((one) => passed.some((go) => go.gate === one)));
  }
};

const ofOutcome = ({ ended, signed, closedAt, terminatedAt }: OpenedProject): void => {
  assert.equal(ended?.outcome === 'won', signed !== undefined, 'a win is a contract signed');
  if (closedAt !== undefined) assert(ended !== undefined && ended.at <= closedAt);
  if (ended !== undefined && ended.outcome !== 'won') assert.equal(closedAt, ended.at);
  if (terminatedAt !== undefined) assert.equal(ended?.outcome, 'won', 'the win stays');
};
