import type { BusinessId, Instant } from '@millrace/kernel';
import type { ProjectEvent } from './events.js';
import type { OpenedProject } from './state.js';

/** Somebody joins the team; where one person reviewed alone before that, it is pointed out. @source PRJ-37, GAT-7 */
export const joining = (
  { team, reviews }: Pick<OpenedProject, 'team' | 'reviews'>,
  person: BusinessId,
  effectiveAt: Instant,
): ReadonlyArray<ProjectEvent> => {
  if (team.members.includes(person)) return [];
  const alone = team.ever.includes(person) ? [] : reviews.filter(({ decided }) => decided?.self).map(({ id }) => id);
  const joined: ProjectEvent = { type: 'TeamMemberJoined', data: { person }, effectiveAt };
  if (alone.length === 0) return [joined];
  return [joined, { type: 'SelfReviewFlagged', data: { person, reviews: alone }, effectiveAt }];
};
