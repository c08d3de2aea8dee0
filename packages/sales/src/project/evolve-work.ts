import type { Instant } from '@millrace/kernel';
import type { Draft } from 'immer';
import { defined } from '../checks.js';
import { earlier } from '../dating.js';
import type { Term } from '../terms.js';
import type { EventTo, WorkEvent } from './events.js';
import { subjectOf } from './said.js';
import type { Activity, OpenedProject } from './state.js';

type Doc = Draft<OpenedProject>;

/** What a piece of work makes of an opened project. */
export const evolveWork = (project: Doc, event: WorkEvent): void => {
  const subject = subjectOf(event);
  if (subject !== undefined) project.said[subject] = { at: event.effectiveAt, data: event.data };
  switch (event.type) {
    case 'StepDone':
      stepDone(project, event.data.activity, event.data.step, event.effectiveAt);
      break;
    case 'ActivityDone':
      settle(project, event.data.activity, 'done', event.effectiveAt);
      break;
    case 'ActivityWaived':
      settle(project, event.data.activity, 'waived', event.effectiveAt);
      break;
    case 'DocumentRecorded':
      documented(project, event);
      break;
    case 'AnalysisRecorded':
      analysed(project, event);
      break;
    case 'ProjectEstablished':
      project.established = true;
      break;
    case 'StakeholderMapped':
      mapped(project, event);
      break;
    case 'PurchaseStepObserved':
      project.observed[event.data.flow] = event.data.step;
      break;
    // Recorded for those who read the project; no decision rests on them.
    case 'RegionProfileRecorded':
    case 'CompetitorNoted':
    case 'DecisionFactorsRated':
    case 'SwotRecorded':
    case 'ObjectiveSet':
    case 'StrategyChosen':
    case 'PlanBaselined':
    case 'StakeholderStrategySet':
    case 'StakeholdersRelated':
    case 'TacticUsed':
    case 'DirectBenefitFlagged':
    case 'RelationshipLevelAssessed':
    case 'QualificationAssessed':
      break;
  }
};

/** Terms are foreign: one may be called like a method of every object. */
const activityOf = ({ activities }: Doc, id: string): Draft<Activity> => {
  const known = Object.hasOwn(activities, id) ? activities[id] : undefined;
  if (known !== undefined) return known;
  const fresh: Draft<Activity> = { steps: [], done: false, waived: false };
  activities[id] = fresh;
  return fresh;
};

const settle = (project: Doc, id: string, how: 'done' | 'waived', at: Instant): void => {
  const activity = activityOf(project, id);
  activity[how] = true;
  activity.settledAt ??= at;
};

const documented = (
  { documents, documentedAt }: Doc,
  { data: { document, hash }, effectiveAt }: EventTo<'DocumentRecorded'>,
): void => {
  documents[document] = hash;
  const known = Object.hasOwn(documentedAt, document) ? documentedAt[document] : undefined;
  documentedAt[document] = earlier(known ?? effectiveAt, effectiveAt);
};

const stepDone = (project: Doc, id: string, step: Term, at: Instant): void => {
  const activity = activityOf(project, id);
  if (activity.steps.includes(step)) return;
  activity.steps.push(step);
  activity.at = at;
};

/** A part of an analysis is a step of its activity. */
const analysed = (project: Doc, { data, effectiveAt }: EventTo<'AnalysisRecorded'>): void => {
  stepDone(project, data.activity, data.part, effectiveAt);
  if (data.need === undefined) return;
  project.need = { ...data.need };
  const place = project.needs.findLastIndex(({ at }) => at <= effectiveAt) + 1;
  project.needs.splice(place, 0, { at: effectiveAt, need: { ...data.need } });
};

/** Of several maps of one person the latest holds, whenever it was recorded. @source PRJ-24 */
const mapped = (project: Doc, { data, effectiveAt: mappedAt }: EventTo<'StakeholderMapped'>): void => {
  const { stakeholder: id, layer, reportsTo } = data;
  const before = project.stakeholders.find((one) => one.id === id);
  const since = before?.layer === layer ? earlier(before.since, mappedAt) : mappedAt;
  if (before !== undefined && before.mappedAt > mappedAt) {
    if (before.layer === layer) before.since = since;
    return;
  }
  project.stakeholders = project.stakeholders.filter((one) => one.id !== id);
  project.stakeholders.push({ id, layer, mappedAt, since, ...defined({ reportsTo }) });
};
