/** Whether one version of the rules asks more of a project than another. @source GAT-11 */
import type { AnalysisKind, Criterion, Gate, ProcessTemplate, ProjectRules } from '../process/index.js';
import { sameJson } from '../same.js';

/**
 * Whether `b` is at least as strict as `a` about a template: at every gate it has all criteria of `a`
 * that must be met, as they are or with a higher minimum score, all its reviewer roles, and no higher
 * ceiling on self-review. More gates, criteria and roles are stricter still.
 *
 * `incomparable`: one of them has no such template, their phases or the signing differ, or a gate of `a`
 * is missing in `b` or stands elsewhere there.
 */
export const stricter = (a: ProjectRules, b: ProjectRules, template: string): boolean | 'incomparable' => {
  const [loose, strict] = [a, b].map(({ processes }) => processes.find(({ id }) => id === template));
  if (loose === undefined || strict === undefined || !samePhases(loose, strict)) return 'incomparable';
  const pairs = loose.gates.map((gate) => [gate, strict.gates.find(({ id }) => id === gate.id)] as const);
  if (pairs.some(([gate, other]) => other === undefined || !sameBoundary(gate, other, loose))) return 'incomparable';
  return pairs.every(([gate, other]) => other !== undefined && asksNoLess(other, gate, strict, loose));
};

const samePhases = (a: ProcessTemplate, b: ProcessTemplate): boolean =>
  a.signedIn === b.signedIn &&
  sameJson(
    a.phases.map(({ id }) => id),
    b.phases.map(({ id }) => id),
  );

/** The exit of the phase in which is signed, and signing, are one boundary. */
const sameBoundary = (a: Gate, b: Gate, { signedIn }: ProcessTemplate): boolean => {
  const [of, than] = [a, b].map(({ guards }) => (guards.at === 'exit' ? guards.phase : signedIn));
  return of === than;
};

const asksNoLess = (strict: Gate, loose: Gate, under: ProcessTemplate, than: ProcessTemplate): boolean =>
  loose.criteria
    .filter(({ must }) => must)
    .every((asked) => strict.criteria.some((one) => covers(one, asked) && analysesCover(asked, under, than))) &&
  loose.reviewerRoles.every((role) => strict.reviewerRoles.includes(role)) &&
  noHigherCeiling(strict, loose);

const covers = (one: Criterion, asked: Criterion): boolean =>
  one.id === asked.id &&
  one.must &&
  sameJson(one.test, asked.test) &&
  (one.minimumScore ?? 0) >= (asked.minimumScore ?? 0);

/** An analysis is done with all activities of its kind. */
const analysesCover = ({ test }: Criterion, under: ProcessTemplate, than: ProcessTemplate): boolean => {
  if (test.by !== 'analysis') return true;
  const needed = new Set<string>(analysing(test.analysis, under));
  return analysing(test.analysis, than).every((id) => needed.has(id));
};

const analysing = (kind: AnalysisKind, { phases }: ProcessTemplate): ReadonlyArray<string> =>
  phases.flatMap(({ activities }) => activities.filter(({ analysis }) => analysis === kind).map(({ id }) => id));

const noHigherCeiling = ({ selfReviewUpTo: strict }: Gate, { selfReviewUpTo: loose }: Gate): boolean =>
  loose === undefined || (strict !== undefined && strict.currency === loose.currency && strict.minor <= loose.minor);
