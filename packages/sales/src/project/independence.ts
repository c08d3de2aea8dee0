/** Whether a review is an independent one, or one of oneself. @source LAW-39, PRJ-37, Q13, GAT-7 */
import type { Instant, Money } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { refuse } from '../checks.js';
import type { ProcessTemplate, TailoredGate } from '../process/index.js';
import type { IndependenceRefusal } from './gate-refusals.js';
import type { OpenedProject } from './state.js';
import type { Reviewer } from './terms.js';

/** A review as it is held: of which gate, of whose project, and by whom. */
export interface Reviewing {
  readonly gate: Pick<TailoredGate, 'reviewerRoles' | 'reviewers'>;
  /** The lowest amount, of the gates merged in this one, up to which one reviews oneself. */
  readonly ceiling?: Money | undefined;
  readonly atSigning: boolean;
  readonly project: Pick<OpenedProject, 'team' | 'amount'>;
  /** When it is decided: who left the team later is of the team. */
  readonly decidedAt: Instant;
  readonly requestedBy: string;
  readonly chair: string;
  readonly reviewers: ReadonlyArray<Reviewer>;
  /** Whether a reviewer holds the role that is filled. */
  readonly holds: (reviewer: Reviewer) => boolean;
}

type Held<Kind> = E.Either<IndependenceRefusal, Kind>;

/** Independent where it can be; else of oneself where that is allowed; else why not. */
export const independenceOf = (reviewing: Reviewing): Held<'independent' | 'self'> => {
  const independent = asIndependent(reviewing);
  return E.isRight(independent) || !ofOneself(reviewing) ? independent : asSelf(reviewing);
};

/** Nobody reviews but one who is, was or is to be on the team. */
const ofOneself = ({ project: { team }, chair, reviewers }: Reviewing): boolean =>
  reviewers.every(({ person }) => person === chair) && concerned(team).has(chair);

const concerned = ({ ever, planned }: OpenedProject['team']): ReadonlySet<string> => new Set([...ever, ...planned]);

const asIndependent = (reviewing: Reviewing): Held<'independent'> => {
  const { gate, requestedBy, chair, reviewers, holds } = reviewing;
  if (chair === requestedBy) return refuse({ type: 'ChairRequestedReview', chair });
  const team = teamThen(reviewing);
  const outside = reviewers.filter(({ person }) => !team.has(person));
  const unfilled = gate.reviewerRoles.find((asked) => !outside.some(({ role }) => role === asked));
  if (unfilled !== undefined) return refuse({ type: 'RoleNotFilled', role: unfilled });
  const found = new Set(reviewers.map(({ person }) => person)).size;
  if (found < gate.reviewers) return refuse({ type: 'ReviewTooSmall', found, needed: gate.reviewers });
  const stranger = reviewers.find((reviewer) => !holds(reviewer));
  return stranger === undefined ? E.right('independent') : refuse({ type: 'ReviewerWithoutRole', ...stranger });
};

const teamThen = ({ project: { team }, decidedAt }: Reviewing): ReadonlySet<string> =>
  new Set([...team.members, ...team.left.flatMap(({ person, at }) => (at > decidedAt ? [person] : []))]);

const asSelf = ({ project: { team, amount }, chair, ceiling, atSigning }: Reviewing): Held<'self'> => {
  const others = [...concerned(team)].filter((person) => person !== chair);
  if (others.length > 0) return refuse({ type: 'SelfReviewNotAllowed', others });
  if (ceiling === undefined) return E.right('self');
  if (amount === undefined || amount.currency !== ceiling.currency) {
    return atSigning ? refuse({ type: 'SelfReviewAmountUnknown', ceiling: ceiling.minor }) : E.right('self');
  }
  return amount.minor <= ceiling.minor
    ? E.right('self')
    : refuse({ type: 'SelfReviewAboveCeiling', minor: amount.minor, ceiling: ceiling.minor });
};

/** The lowest ceiling of several gates of a template, where one has any. */
export const ceilingOf = (ids: ReadonlyArray<string>, { gates }: Pick<ProcessTemplate, 'gates'>): Money | undefined =>
  gates
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ selfReviewUpTo }) => (selfReviewUpTo === undefined ? [] : [selfReviewUpTo]))
    .reduce<Money | undefined>((low, one) => (low === undefined || one.minor < low.minor ? one : low), undefined);
