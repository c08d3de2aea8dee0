/** Who is on a project. @source I-13..I-17, PRJ-37 */
import type { BusinessId, Instant } from '@millrace/kernel';
import { defined } from '../checks.js';
import type { ProjectEvent } from './events.js';
import type { OpenedProject } from './state.js';

/** Somebody joins the team; nothing where one is on it already. */
export const joining = (
  project: OpenedProject,
  person: BusinessId,
  effectiveAt: Instant,
  part?: string,
): ReadonlyArray<ProjectEvent> =>
  project.team.members.includes(person)
    ? []
    : [
        { type: 'TeamMemberJoined', data: { person, ...defined({ part }) }, effectiveAt },
        ...flagging(project, person, effectiveAt),
      ];

/** PRJ-37: that one person reviewed gates alone is pointed out when somebody else comes. */
export const flagging = (
  { reviews, team }: OpenedProject,
  person: BusinessId,
  effectiveAt: Instant,
): ReadonlyArray<ProjectEvent> => {
  if (team.members.includes(person)) return [];
  const alone = reviews.filter(
    ({ decided }) => decided?.self && decided.reviewers.every((one) => one.person !== person),
  );
  if (alone.length === 0) return [];
  return [{ type: 'SelfReviewFlagged', data: { person, reviews: alone.map(({ id }) => id) }, effectiveAt }];
};
