import type { Draft } from 'immer';
import { defined } from '../checks.js';
import type { Term } from '../terms.js';
import type { EventTo, WorkEvent } from './events.js';
import type { Activity, OpenedProject } from './state.js';

type Doc = Draft<OpenedProject>;

/** What a piece of work makes of an opened project. */
export const evolveWork = (project: Doc, event: WorkEvent): void => {
  switch (event.type) {
    case 'StepDone':
      stepDone(project, event.data.activity, event.data.step);
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
      analysed(project, event.data);
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

const activityOf = (project: Doc, id: string): Draft<Activity> => {
  project.activities[id] ??= { steps: [], done: false, waived: false };
  return project.activities[id];
};

const stepDone = (project: Doc, activity: string, step: Term): void => {
  const { steps } = activityOf(project, activity);
  if (!steps.includes(step)) steps.push(step);
};

/** A part of an analysis is a step of its activity. */
const analysed = (project: Doc, { activity, part, need }: EventTo<'AnalysisRecorded'>['data']): void => {
  stepDone(project, activity, part);
  if (need !== undefined) project.need = { ...need };
};

/** A later map of the same person replaces the one before. */
const mapped = (project: Doc, { data, effectiveAt: mappedAt }: EventTo<'StakeholderMapped'>): void => {
  const { stakeholder: id, layer, reportsTo } = data;
  project.stakeholders = project.stakeholders.filter((one) => one.id !== id);
  project.stakeholders.push({ id, layer, mappedAt, ...defined({ reportsTo }) });
};
