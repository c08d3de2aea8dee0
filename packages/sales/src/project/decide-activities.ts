/** Steps, activities, waivers and documents. @source PRJ-6, PRJ-36, PRJ-38, PRJ-43, GAT-6 */
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { isEvidence, isKnown, isTermOf, rulesOf, stageOfActivity, templateOf } from './policy.js';
import type { Check, Decision } from './refusals.js';
import { stageOfGate } from './standing.js';
import type { OpenedProject } from './state.js';
import {
  afterLastStep,
  doneBy,
  inEnteredStage,
  isNextStep,
  recordable,
  stepsLeft,
  type Work,
  workOn,
} from './work-policy.js';

export const doStep = (command: CommandTo<'DoStep'>, project: OpenedProject, context: Ruled): Decision => {
  const { activity, step, by, evidence = [] } = command;
  const { effectiveAt } = context;
  const found = workOn(project, activity, context);
  if (E.isLeft(found)) return found;
  const work = found.right;
  if (work.done.steps.includes(step)) return E.right([]);
  return unless(
    [
      ...recordable(project, context),
      noAnalysis(work),
      inEnteredStage(project, work),
      isNextStep(work, step),
      afterLastStep(work, context),
      ...doneBy(by, context),
      isEvidence(evidence, project, effectiveAt),
    ],
    () => [{ type: 'StepDone', data: { activity, step, by, evidence }, effectiveAt }],
  );
};

export const finish = (command: CommandTo<'FinishActivity'>, project: OpenedProject, context: Ruled): Decision => {
  const { activity, by, evidence = [] } = command;
  const { effectiveAt } = context;
  const found = workOn(project, activity, context);
  if (E.isLeft(found)) return found;
  const work = found.right;
  if (work.done.done) return E.right([]);
  return unless(
    [
      ...recordable(project, context),
      work.planned.steps.length === 0 ? needKnown(work, project) : noAnalysis(work),
      inEnteredStage(project, work),
      allStepsDone(work),
      afterLastStep(work, context),
      ...doneBy(by, context),
      isEvidence(evidence, project, effectiveAt),
    ],
    () => [{ type: 'ActivityDone', data: { activity, by, evidence }, effectiveAt }],
  );
};

export const waive = (command: CommandTo<'WaiveActivity'>, project: OpenedProject, context: Ruled): Decision => {
  const { activity, reason, requestedBy, approver } = command;
  const { effectiveAt } = context;
  const rules = rulesOf(project, context);
  if (E.isLeft(rules)) return rules;
  const found = workOn(project, activity, context);
  if (E.isLeft(found)) return found;
  const { done } = found.right;
  if (done.waived) return E.right([]);
  const { members } = project.team;
  const sole = members.length === 1 && members[0] === requestedBy;
  return unless(
    [
      ...recordable(project, context),
      standsAfterSigning(project, found.right),
      onceSigned(project, activity, context),
      done.done ? refuse({ type: 'ActivityAlreadyDone', activity }) : ok,
      isTermOf('waiving', rules.right.waiving, reason),
      ...doneBy(requestedBy, context),
      isKnown(approver, context),
      approver !== requestedBy || sole
        ? ok
        : refuse({ type: 'WaiverNotIndependent', activity, person: approver, team: members.length }),
    ],
    () => [{ type: 'ActivityWaived', data: { activity, reason, requestedBy, approver, sole }, effectiveAt }],
  );
};

export const recordDocument = (
  { document, hash }: CommandTo<'RecordDocument'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const template = templateOf(project, context);
  if (E.isLeft(template)) return template;
  const made = template.right.phases
    .flatMap(({ activities }) => activities)
    .find(({ deliverables = [] }) => deliverables.some(({ id }) => id === document));
  if (made === undefined) return refuse({ type: 'UndefinedTerm', list: 'documents', id: document });
  if (Object.hasOwn(project.documents, document) && project.documents[document] === hash) return E.right([]);
  return unless(
    [
      ...recordable(project, context),
      E.flatMap((work: Work) => inEnteredStage(project, work))(workOn(project, made.id, context)),
    ],
    () => [{ type: 'DocumentRecorded', data: { document, hash }, effectiveAt: context.effectiveAt }],
  );
};

/** PRJ-11: an analysis is done by its parts. */
const noAnalysis = ({ planned: { id: activity, analysis } }: Work): Check =>
  analysis === undefined ? ok : refuse({ type: 'AnalysisExpected', activity, analysis });

/** PRJ-12: the customer's analysis knows the need, one without parts too. */
const needKnown = ({ planned: { id: activity, analysis } }: Work, { need }: OpenedProject): Check =>
  analysis === 'customer' && need === undefined ? refuse({ type: 'NeedMissing', activity }) : ok;

const allStepsDone = (work: Work): Check => {
  const steps = stepsLeft(work).map(({ id }) => id);
  return steps.length === 0 ? ok : refuse({ type: 'StepsMissing', activity: work.planned.id, steps });
};

/** PRJ-38: what leads to the contract is never waived, wherever a tailoring put it. */
const standsAfterSigning = (project: OpenedProject, { planned: { id: activity }, phase }: Work): Check => {
  const signing = stageOfGate(project, { guards: { at: 'signing' } });
  const own = stageOfGate(project, { guards: { at: 'exit', phase: phase.id } });
  return Math.min(stageOfActivity(project, activity), own) > signing
    ? ok
    : refuse({ type: 'WaivedBeforeSigning', activity, phase: phase.id });
};

/** GAT-6: nor anything before there is a contract. */
const onceSigned = ({ ended, signedIn }: OpenedProject, activity: string, context: Ruled): Check =>
  ended?.outcome === 'won'
    ? notBefore('project', ended.at, context)
    : refuse({ type: 'WaivedUnsigned', activity, signedIn });
