/** Whose the project is, and who is on it: nothing else changes with that. @source I-13..I-17 */
import * as E from 'fp-ts/lib/Either.js';
import { refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { flagging, joining } from './joining.js';
import { isKnown, moveOnTime, notClosed } from './policy.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';

export const transfer = (
  { to, reason }: CommandTo<'TransferProject'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const { effectiveAt } = context;
  const { owner: from, since } = project.team;
  if (to === from) return E.right([]);
  return unless(
    [notClosed(project), isKnown(to, context), moveOnTime(project, context), notBefore('project', since, context)],
    () => [
      { type: 'ProjectTransferred', data: { from, to, reason }, effectiveAt },
      ...flagging(project, to, effectiveAt),
    ],
  );
};

export const join = (
  { person, part }: CommandTo<'JoinProjectTeam'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  if (project.team.members.includes(person)) return E.right([]);
  return unless([notClosed(project), isKnown(person, context), notBefore('project', project.openedAt, context)], () =>
    joining(project, person, context.effectiveAt, part),
  );
};

/** Who has the project leaves it by a transfer. */
export const leave = (
  { person }: CommandTo<'LeaveProjectTeam'>,
  { team, ...project }: OpenedProject,
  context: Ruled,
): Decision => {
  if (!team.members.includes(person)) return E.right([]);
  if (person === team.owner) return refuse({ type: 'OwnerStays', owner: person });
  return unless([notClosed({ team, ...project }), notBefore('project', project.openedAt, context)], () => [
    { type: 'TeamMemberLeft', data: { person }, effectiveAt: context.effectiveAt },
  ]);
};
