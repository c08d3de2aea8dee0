import type { BusinessId, Instant } from '@millrace/kernel';
import { defined } from '../checks.js';
import type { ProjectEvent } from './events.js';
import type { OpenedProject } from './state.js';

type Company = Pick<OpenedProject, 'team' | 'reviews'>;

/** Somebody joins the team; where one person reviewed alone before that, it is pointed out. @source PRJ-37, GAT-7 */
export const joining = (
  project: Company,
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

/** That one person reviewed alone is pointed out when somebody comes who was never there. */
export const flagging = (
  { team, reviews }: Company,
  person: BusinessId,
  effectiveAt: Instant,
): ReadonlyArray<ProjectEvent> => {
  const alone = team.ever.includes(person) ? [] : reviews.filter(({ decided }) => decided?.self).map(({ id }) => id);
  return alone.length === 0 ? [] : [{ type: 'SelfReviewFlagged', data: { person, reviews: alone }, effectiveAt }];
};
