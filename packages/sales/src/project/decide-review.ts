/** A review is decided: once, by its chair, with reviewers, criteria and evidence. @source PRJ-5, Q10, Q11, GAT-1..8 */
import { later } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import { roleIn } from '../governance/index.js';
import { spanOf } from '../person/readable.js';
import type { ProcessTemplate, TailoredGate } from '../process/index.js';
import { recordAsOf } from './as-of.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { outcomeFits, outcomeOf } from './gate-outcome.js';
import { ceilingOf, independenceOf } from './independence.js';
import { endsInSigning, gatesAtExit, uncheckedItems } from './next-phase.js';
import { inOwnName, isEvidence, isKnown, notClosed, templateOf } from './policy.js';
import type { Check, Decision } from './refusals.js';
import type { OpenedProject, Review } from './state.js';
import type { CriterionResult, Reviewer } from './terms.js';
import { mustUnmet, verdictOf } from './verdict.js';

type DecideGate = CommandTo<'DecideGate'>;

/** What is decided, and what follows from it in the same write. */
export const decideReview = (command: DecideGate, project: OpenedProject, context: Ruled): Decision => {
  const template = templateOf(project, context);
  if (E.isLeft(template)) return template;
  const found = undecidedReview(command.review, project);
  if (E.isLeft(found)) return found;
  const { review, gate } = found.right;
  const refused = unless(mayDecide(command, review, project, context), () => []);
  if (E.isLeft(refused)) return refused;
  const independence = independenceIn(command, found.right, template.right, project, context);
  if (E.isLeft(independence)) return independence;
  const results = verdictOf(gate, template.right, recordAsOf(project, context.effectiveAt), command.criteria);
  if (E.isLeft(results)) return results;

  const { decision, chair, reviewers, evidence, conditions, to, redo, comment } = command;
  const { effectiveAt } = context;
  return unless([outcomeFits(command, project), mayOpen(command, results.right, project)], () => [
    {
      type: 'GateDecided',
      data: {
        review: review.id,
        gates: review.gates,
        decision,
        chair,
        reviewers,
        independence: independence.right,
        form: gate.form,
        criteria: results.right,
        evidence,
        ...defined({ conditions, to, redo, comment }),
      },
      effectiveAt,
    },
    ...outcomeOf(command, review, project, effectiveAt),
  ]);
};

interface Found {
  readonly review: Review;
  readonly gate: TailoredGate;
}

/** A review that was asked for, of the gate in front of the project. */
const undecidedReview = (id: string, project: OpenedProject): Check<Found> => {
  const review = project.reviews.find((one) => one.id === id);
  if (review === undefined) return refuse({ type: 'ReviewUnknown', review: id });
  const { decided, gates } = review;
  if (decided !== undefined) {
    return refuse({ type: 'ReviewAlreadyDecided', review: id, decision: decided.decision });
  }
  const gate = gatesAtExit(project).find((one) => one.gates.every((part) => gates.includes(part)));
  if (gate !== undefined) return E.right({ review, gate });
  const phase = project.process.stages[project.stage]?.phases.at(-1) ?? '';
  return refuse({ type: 'GateNotAtExit', gate: gates.join('+'), phase });
};

const mayDecide = (
  { chair, reviewers, evidence }: DecideGate,
  { requestedAt }: Review,
  project: OpenedProject,
  context: Ruled,
): ReadonlyArray<Check> => [
  notClosed(project),
  notBefore('project', later(project.movedAt, requestedAt), context),
  ...[chair, ...reviewers.map(({ person }) => person)].map((person) => isKnown(person, context)),
  inOwnName(chair, context),
  reviewers.some(({ person }) => person === chair) ? ok : refuse({ type: 'ChairNotReviewer', chair }),
  isEvidence(evidence, project, context.effectiveAt),
];

const independenceIn = (
  { chair, reviewers }: DecideGate,
  { review: { requestedBy }, gate }: Found,
  template: ProcessTemplate,
  project: OpenedProject,
  context: Ruled,
) =>
  independenceOf({
    gate,
    ceiling: ceilingOf(gate.gates, template),
    atSigning: endsInSigning(project),
    project,
    decidedAt: context.effectiveAt,
    requestedBy,
    chair,
    reviewers,
    holds: (reviewer) => holdsRole(reviewer, context),
  });

/** Whoever reviews in a role that persons hold, held it then. */
const holdsRole = ({ person, role }: Reviewer, { people, rules, effectiveAt }: Ruled): boolean => {
  if (roleIn(rules.playbook.permissions, role)?.holder !== 'person') return true;
  const record = people.get(person);
  return record?.phase === 'staff' && spanOf(record.roles, role, effectiveAt) !== undefined;
};

/** A go, conditional or not, needs every criterion that must be met, and words on the others. @source GAT-1 */
const mayOpen = ({ decision }: DecideGate, results: ReadonlyArray<CriterionResult>, project: OpenedProject): Check => {
  if (decision !== 'go' && decision !== 'conditionalGo') return ok;
  const criteria = mustUnmet(results);
  if (criteria.length > 0) return refuse({ type: 'MustMeetUnmet', criteria });
  const silent = results.find(({ met, comment }) => !met && comment === undefined);
  if (silent !== undefined) return refuse({ type: 'CommentMissing', criterion: silent.criterion });
  const items = decision === 'go' && !endsInSigning(project) ? uncheckedItems(project) : [];
  return items.length === 0 ? ok : refuse({ type: 'ChecklistIncomplete', items });
};
