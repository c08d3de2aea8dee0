/** A condition of a conditional go is confirmed fulfilled. @source Q11, GAT-1 */
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { endsInSigning, entering, gatesAtExit, nextStage, uncheckedItems } from './next-phase.js';
import { inOwnName, isKnown, moveOnTime, notClosed } from './policy.js';
import type { Check, Decision } from './refusals.js';
import type { OpenedProject, Review } from './state.js';
import type { Condition } from './terms.js';

type Fulfil = CommandTo<'FulfilCondition'>;

/** By a reviewer of that gate; the last one opens the next stage, except to signing. */
export const fulfilCondition = (command: Fulfil, project: OpenedProject, context: Ruled): Decision => {
  const { review: id, condition: name, confirmedBy } = command;
  const { effectiveAt } = context;
  const review = project.reviews.find((one) => one.id === id);
  if (review === undefined) return refuse({ type: 'ReviewUnknown', review: id });
  if (review.decided?.fulfilled.includes(name)) return E.right([]);
  const condition = openCondition(review, name);
  if (E.isLeft(condition)) return condition;
  const opens = review.decided?.open.length === 1 && !endsInSigning(project);
  return unless(
    [
      notClosed(project),
      notLapsed(review),
      inFront(review, project),
      moveOnTime(project, context),
      isKnown(confirmedBy, context),
      inOwnName(confirmedBy, context),
      reviewed(review, confirmedBy),
      notTerminated(project),
      opens ? checklistDone(project) : ok,
    ],
    () => [
      {
        type: 'ConditionFulfilled',
        data: { review: review.id, condition: name, confirmedBy, late: effectiveAt > condition.right.due },
        effectiveAt,
      },
      ...(opens ? entering(nextStage(project), 'conditionsFulfilled', review.id, effectiveAt) : []),
    ],
  );
};

const openCondition = ({ id: review, decided }: Review, name: string): Check<Condition> =>
  E.fromNullable({ type: 'ConditionUnknown' as const, review, condition: name })(
    decided?.open.find(({ id }) => id === name),
  );

const notLapsed = ({ id: review, decided }: Review): Check =>
  decided?.lapsed ? refuse({ type: 'ConditionsLapsed', review }) : ok;

/** GAT-1: after another process its gate may stand at another boundary. */
const inFront = ({ gates }: Review, project: OpenedProject): Check => {
  if (gatesAtExit(project).some((gate) => gate.gates.every((part) => gates.includes(part)))) return ok;
  const phase = project.process.stages[project.stage]?.phases.at(-1) ?? '';
  return refuse({ type: 'GateNotAtExit', gate: gates.join('+'), phase });
};

const reviewed = ({ id: review, decided }: Review, person: string): Check =>
  decided?.reviewers.some((reviewer) => reviewer.person === person)
    ? ok
    : refuse({ type: 'NotAReviewer', person, review });

const notTerminated = ({ terminatedAt }: OpenedProject): Check =>
  terminatedAt === undefined ? ok : refuse({ type: 'ContractEnded', terminatedAt });

const checklistDone = (project: OpenedProject): Check => {
  const items = uncheckedItems(project);
  return items.length === 0 ? ok : refuse({ type: 'ChecklistIncomplete', items });
};
