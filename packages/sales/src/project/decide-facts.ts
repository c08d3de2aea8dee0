/** What is found out, and how it is judged. @source PRJ-10, PRJ-15..17, PRJ-22, PRJ-25, PRJ-28 */
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { isTermOf, rulesOf, templateOf } from './policy.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';
import { doneBy, isGrade, namedOnce, recordable, recordFact, saysSomething } from './work-policy.js';

/** Its sources are documents that activities make. */
export const profileRegion = (
  { region, features, rivals, trades, sources }: CommandTo<'RecordRegionProfile'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const template = templateOf(project, context);
  if (E.isLeft(template)) return template;
  const documents = template.right.phases
    .flatMap(({ activities }) => activities)
    .flatMap(({ deliverables = [] }) => deliverables);
  return recordFact(
    project,
    context,
    {
      type: 'RegionProfileRecorded',
      data: { region, features, rivals, trades, sources },
      effectiveAt: context.effectiveAt,
    },
    [
      saysSomething('RecordRegionProfile', features, rivals, trades),
      ...sources.map((source) => isTermOf('documents', documents, source)),
    ],
  );
};

export const noteCompetitor = (
  { competitor, note }: CommandTo<'NoteCompetitor'>,
  project: OpenedProject,
  context: Ruled,
): Decision =>
  recordFact(
    project,
    context,
    { type: 'CompetitorNoted', data: { competitor, note }, effectiveAt: context.effectiveAt },
    [],
  );

export const rateFactors = (
  { ratings }: CommandTo<'RateDecisionFactors'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const rules = rulesOf(project, context);
  if (E.isLeft(rules)) return rules;
  const factors = ratings.map(({ factor }) => factor);
  return recordFact(
    project,
    context,
    { type: 'DecisionFactorsRated', data: { ratings }, effectiveAt: context.effectiveAt },
    [
      saysSomething('RateDecisionFactors', ratings),
      ...factors.map((factor) => isTermOf('decisionFactors', rules.right.decisionFactors, factor)),
      namedOnce('decisionFactors', factors),
      ...ratings.flatMap(({ factor, own, rival }) => [isGrade(factor, own), isGrade(factor, rival)]),
    ],
  );
};

export const assessRelationship = (
  { rung, by }: CommandTo<'AssessRelationshipLevel'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const rules = rulesOf(project, context);
  if (E.isLeft(rules)) return rules;
  return recordFact(
    project,
    context,
    { type: 'RelationshipLevelAssessed', data: { rung, by }, effectiveAt: context.effectiveAt },
    [isTermOf('relationshipLadder', rules.right.relationshipLadder, rung), ...doneBy(by, context)],
  );
};

export const assessQualification = (
  { qualification, by }: CommandTo<'AssessQualification'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const grades = Object.entries(qualification);
  return recordFact(
    project,
    context,
    { type: 'QualificationAssessed', data: { qualification, by }, effectiveAt: context.effectiveAt },
    [
      saysSomething('AssessQualification', grades),
      ...grades.map(([field, grade]) => isGrade(field, grade)),
      ...doneBy(by, context),
    ],
  );
};

/** The buyer's side goes forward; what it skipped was not seen. */
export const observePurchase = (
  { flow: id, step }: CommandTo<'ObservePurchaseStep'>,
  project: OpenedProject,
  context: Ruled,
): Decision => {
  const template = templateOf(project, context);
  if (E.isLeft(template)) return template;
  const flow = template.right.flows.find((one) => one.id === id);
  if (flow === undefined) return refuse({ type: 'UndefinedTerm', list: 'flows', id });
  const observed = Object.hasOwn(project.observed, id) ? project.observed[id] : undefined;
  if (observed === step) return E.right([]);
  const placeOf = (one: string | undefined) => flow.steps.findIndex((known) => known.id === one);
  return unless(
    [
      ...recordable(project, context),
      isTermOf(`flows.${id}.steps`, flow.steps, step),
      observed === undefined || placeOf(step) > placeOf(observed)
        ? ok
        : refuse({ type: 'PurchaseStepBehind', flow: id, step, observed }),
    ],
    () => [{ type: 'PurchaseStepObserved', data: { flow: id, step }, effectiveAt: context.effectiveAt }],
  );
};
