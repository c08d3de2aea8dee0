/** How the criteria of a gate stand: by the record, whatever reviewers say, or by them. @source PRJ-5, PRJ-7, PRJ-12, PRJ-24 */

import * as E from 'fp-ts/lib/Either.js';
import { absurd } from 'fp-ts/lib/function.js';
import { defined, refuse } from '../checks.js';
import type { Criterion, ProcessTemplate, TailoredGate, Test } from '../process/index.js';
import type { Term } from '../terms.js';
import type { JudgementRefusal } from './gate-refusals.js';
import type { OpenedProject } from './state.js';
import type { CriterionResult, Judgement } from './terms.js';

/** What of a project the record decides by. */
export type OnRecord = Pick<OpenedProject, 'activities' | 'stakeholders' | 'need' | 'documents'>;

/** The criteria of a gate, or of those merged in it, in the order of the template. */
export const criteriaOf = (
  { criteria }: Pick<TailoredGate, 'criteria'>,
  { gates }: Pick<ProcessTemplate, 'gates'>,
): ReadonlyArray<Criterion> => gates.flatMap((gate) => gate.criteria).filter(({ id }) => criteria.includes(id));

/** Whether the record meets a test; nothing where it is left to the reviewers. */
export const metByRecord = (
  test: Test,
  { phases }: Pick<ProcessTemplate, 'phases'>,
  project: OnRecord,
): boolean | undefined => {
  switch (test.by) {
    case 'activity':
      return isSettled(project, test.activity);
    case 'analysis': {
      const all = phases.flatMap(({ activities }) => activities.filter(({ analysis }) => analysis === test.analysis));
      const needed = test.analysis !== 'customer' || project.need !== undefined;
      return needed && all.length > 0 && all.every(({ id }) => isSettled(project, id));
    }
    case 'layer':
      return project.stakeholders.some(({ layer }) => layer === test.layer);
    case 'needBudgeted':
      return project.need?.budgeted === 'yes' && project.need.planned === 'yes';
    case 'document':
      return Object.hasOwn(project.documents, test.document);
    case 'reviewers':
      return undefined;
    default:
      return absurd(test);
  }
};

/** Done, or waived. */
const isSettled = ({ activities }: OnRecord, id: string): boolean => {
  if (!Object.hasOwn(activities, id)) return false;
  const activity = activities[id];
  return activity !== undefined && (activity.done || activity.waived);
};

/**
 * How each criterion of a gate stands, given what the project has on record and what reviewers say.
 * What nobody judged is not met; of what the record decides, only the comment is taken.
 *
 * @units score: 1 to 10
 */
export const verdictOf = (
  gate: Pick<TailoredGate, 'criteria'>,
  template: Pick<ProcessTemplate, 'gates' | 'phases'>,
  project: OnRecord,
  judgements: ReadonlyArray<Judgement>,
): E.Either<JudgementRefusal, ReadonlyArray<CriterionResult>> => {
  const criteria = criteriaOf(gate, template);
  const said = new Set<Term>();
  for (const { criterion, score } of judgements) {
    if (!criteria.some(({ id }) => id === criterion)) return refuse({ type: 'UnknownCriterion', criterion });
    if (said.has(criterion)) return refuse({ type: 'CriterionJudgedTwice', criterion });
    if (score !== undefined && (score < 1 || score > 10)) return refuse({ type: 'ScoreOutOfRange', criterion, score });
    said.add(criterion);
  }
  return E.right(resultsOf(criteria, template, project, judgements));
};

/** The same for any criteria, of judgements that are fit to be made; those of other criteria are left aside. */
export const resultsOf = (
  criteria: ReadonlyArray<Criterion>,
  template: Pick<ProcessTemplate, 'phases'>,
  project: OnRecord,
  judgements: ReadonlyArray<Judgement>,
): ReadonlyArray<CriterionResult> =>
  criteria.map((one) =>
    resultOf(
      one,
      metByRecord(one.test, template, project),
      judgements.find(({ criterion }) => criterion === one.id),
    ),
  );

const resultOf = (
  { id: criterion, must, minimumScore = 0 }: Criterion,
  onRecord: boolean | undefined,
  said: Judgement | undefined,
): CriterionResult => {
  const comment = said?.comment;
  if (onRecord !== undefined) return { criterion, must, met: onRecord, by: 'record', ...defined({ comment }) };
  const score = said?.score;
  const met = said?.met === true && (score ?? 0) >= minimumScore;
  return { criterion, must, met, by: 'reviewers', ...defined({ score, comment }) };
};

/** The criteria that must be met, and are not: with one, no phase opens. */
export const mustUnmet = (results: ReadonlyArray<CriterionResult>): ReadonlyArray<Term> =>
  results.filter(({ must, met }) => must && !met).map(({ criterion }) => criterion);
