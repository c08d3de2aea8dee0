import type { Instant } from '@millrace/kernel';
import type { Draft } from 'immer';
import { defined } from '../checks.js';
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
      activityOf(project, event.data.activity).done = true;
      break;
    case 'ActivityWaived':
      activityOf(project, event.data.activity).waived = true;
      break;
    case 'DocumentRecorded':
      project.documents[event.data.document] = event.data.hash;
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

const stepDone = (project: Doc, id: string, step: Term, at: Instant): void => {
  const activity = activityOf(project, id);
  if (activity.steps.includes(step)) return;
  activity.steps.push(step);
  activity.at = at;
};

/** A part of an analysis is a step of its activity. */
const analysed = (project: Doc, { data, effectiveAt }: EventTo<'AnalysisRecorded'>): void => {
  stepDone(project, data.activity, data.part, effectiveAt);
  if (data.need !== undefined) project.need = { ...data.need };
};

/** Of several maps of one person the latest holds, whenever it was recorded. @source PRJ-24 */
const mapped = (project: Doc, { data, effectiveAt: mappedAt }: EventTo<'StakeholderMapped'>): void => {
  const { stakeholder: id, layer, reportsTo } = data;
  const before = project.stakeholders.find((one) => one.id === id);
  if (before !== undefined && before.mappedAt > mappedAt) return;
  project.stakeholders = project.stakeholders.filter((one) => one.id !== id);
  project.stakeholders.push({ id, layer, mappedAt, ...defined({ reportsTo }) });
};
