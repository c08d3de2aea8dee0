import type { BusinessId, Instant } from '@millrace/kernel';
import type { Draft } from 'immer';
import { defined } from '../checks.js';
import type { TailoredProcess } from '../process/index.js';
import type { EventTo, LifeEvent, ProjectEvent } from './events.js';
import { lifeSpecs } from './life-events.js';
import { value, withdrawFrom } from './standing.js';
import type { Ended, OpenedProject } from './state.js';

export const isLifeEvent = (event: ProjectEvent): event is LifeEvent => Object.hasOwn(lifeSpecs, event.type);

type Doc = Draft<OpenedProject>;

/** What a life event makes of an opened project. */
export const evolveLife = (project: Doc, event: LifeEvent): void => {
  const at = event.effectiveAt;
  switch (event.type) {
    case 'ProjectTransferred':
      transfer(project.team, event);
      break;
    case 'TeamMemberJoined':
      join(project.team, event.data.person);
      break;
    case 'TeamMemberLeft':
      depart(project.team, event.data.person, at);
      break;
    case 'ProcessTailored':
      reshape(project, event.data.process, at);
      if (event.data.size !== undefined) project.size = event.data.size;
      break;
    case 'ProcessMigrated':
      reshape(project, event.data.process, at);
      project.template = event.data.template;
      project.playbook = event.data.playbook;
      project.signedIn = event.data.signedIn;
      break;
    case 'ChecklistItemConfirmed':
      project.confirmed.push(event.data.item);
      break;
    case 'PhaseEntered':
      enter(project, event);
      break;
    case 'ContractSigned':
      project.ended = { outcome: 'won', at };
      project.signed = { at, ...event.data };
      project.movedAt = at;
      if (event.data.amount !== undefined) value(project, event.data.amount, at);
      break;
    case 'ContractAmended':
      value(project, event.data.amount, at);
      project.movedAt = at;
      break;
    case 'ContractTerminated':
      project.terminatedAt = at;
      project.movedAt = at;
      break;
    case 'ProjectClosed':
      project.ended ??= endedBy(event);
      project.closedAt = at;
      project.movedAt = at;
      break;
    case 'ProjectReopened':
      delete project.ended;
      delete project.closedAt;
      delete project.hold;
      withdrawFrom(project, project.stage);
      project.movedAt = at;
      break;
    case 'ExtensionOpened':
      project.extensions.push(event.data.child);
      break;
    // How it came to us, and that it was opened, is known by then; a flag changes no decision.
    case 'OpportunityDiscovered':
    case 'ChannelTouched':
    case 'ProjectOpened':
    case 'SelfReviewFlagged':
      break;
  }
};

/** What a closing says. */
export const endedBy = ({ data, effectiveAt: at }: EventTo<'ProjectClosed'>): Ended => {
  const { outcome, reason, competitor, duplicateOf } = data;
  return { outcome, at, ...defined({ reason, competitor, duplicateOf }) };
};

const join = (team: Doc['team'], person: BusinessId): void => {
  if (!team.members.includes(person)) team.members.push(person);
  if (!team.ever.includes(person)) team.ever.push(person);
};

const depart = (team: Doc['team'], person: BusinessId, at: Instant): void => {
  team.members = team.members.filter((one) => one !== person);
  team.left.push({ person, at });
};

/** Who had it leaves; everything else stays as it was. @source I-13..I-17 */
const transfer = (team: Doc['team'], { data: { from, to }, effectiveAt }: EventTo<'ProjectTransferred'>): void => {
  team.since = effectiveAt;
  team.owner = to;
  depart(team, from, effectiveAt);
  join(team, to);
};

/** Another process: it stands in the stage that holds its phase there. */
const reshape = (project: Doc, process: TailoredProcess, at: Instant): void => {
  const standing = project.process.stages[project.stage]?.phases ?? [];
  project.process = process as Draft<TailoredProcess>;
  project.stage = Math.max(0, stageHolding(process, standing[0]));
  project.movedAt = at;
};

const stageHolding = ({ stages }: TailoredProcess, phase: string | undefined): number =>
  stages.findIndex(({ phases }) => phases.some((one) => one === phase));

const enter = (project: Doc, { data: { phases }, effectiveAt: at }: EventTo<'PhaseEntered'>): void => {
  project.stage = stageHolding(project.process, phases[0]);
  for (const phase of phases) {
    const before = project.entered.find((one) => one.phase === phase);
    if (before === undefined) project.entered.push({ phase, at });
    else before.at = at;
  }
  project.movedAt = at;
};
