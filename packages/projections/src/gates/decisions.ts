import type { Instant } from '@millrace/kernel';
import type { ProjectEntry } from '../projects/index.js';
import type { Course } from './course.js';
import type { Breach } from './findings.js';
import type { MoveEvent } from './view.js';

type Decided = Extract<MoveEvent, { readonly type: 'GateDecided' }>['data'];

/** What is wrong with a decision; `before`: what had been recorded of the project. @source GAT-7, GAT-8, LAW-39 */
export const checkDecision = (
  course: Course,
  decided: Decided,
  at: Instant,
  before: ReadonlyArray<ProjectEntry>,
): ReadonlyArray<Breach> => {
  const { review } = decided;
  const request = course.requested.get(review);
  if (request === undefined) return [{ type: 'NotRequested', review }];
  if (course.decided.has(review)) return [{ type: 'DecidedAgain', review }];
  return [
    ...unmet(decided),
    ...later(decided, at, before),
    ...(decided.independence === 'self'
      ? selfReviewed(course, decided)
      : reviewed(course, decided, request.requestedBy, at)),
  ];
};

const unmet = ({ review, decision, criteria }: Decided): ReadonlyArray<Breach> =>
  decision === 'go' || decision === 'conditionalGo'
    ? criteria
        .filter(({ must, met }) => must && !met)
        .map(({ criterion }) => ({ type: 'GoWithUnmet', review, criterion }))
    : [];

const later = (
  { review, evidence }: Decided,
  decidedAt: Instant,
  before: ReadonlyArray<ProjectEntry>,
): ReadonlyArray<Breach> =>
  evidence.flatMap((one): ReadonlyArray<Breach> => {
    if ('at' in one) return one.at > decidedAt ? [{ type: 'EvidenceLater', review, evidenceAt: one.at }] : [];
    const isThere = before.some(({ by, at }) => by === one.revision && at <= decidedAt);
    return isThere ? [] : [{ type: 'EvidenceNotThere', review, evidence: one.revision }];
  });

const reviewed = (
  { team, left, process }: Course,
  { review, gates, chair, reviewers }: Decided,
  requestedBy: string,
  at: Instant,
): ReadonlyArray<Breach> => {
  const ofTeam = (person: string): boolean => team.has(person) || (left.get(person) ?? at) > at;
  const asked = process.gates.filter((gate) => gate.gates.some((id) => gates.includes(id)));
  const outside = new Set(reviewers.filter(({ person }) => !ofTeam(person)).map(({ role }) => role as string));
  const open = asked.flatMap(({ reviewerRoles }) => reviewerRoles).filter((role) => !outside.has(role));
  return [
    ...(chair === requestedBy ? [{ type: 'DecidedByRequester', review, person: chair } as const] : []),
    ...[...new Set(open)].map((role) => ({ type: 'RoleNotFilled', review, role }) as const),
  ];
};

const selfReviewed = ({ ever }: Course, { review, chair }: Decided): ReadonlyArray<Breach> =>
  [...ever].filter((person) => person !== chair).map((person) => ({ type: 'SelfReviewInTeam', review, person }));
