/** What was said of a project last, so that saying it again is already so. */
import { sameJson } from '../same.js';
import type { WorkEvent } from './events.js';
import type { OpenedProject } from './state.js';

/** What a fact is about: a later one of the same replaces it. Nothing for what the state knows otherwise. */
export const subjectOf = ({ type, data }: WorkEvent): string | undefined => {
  const about = (...subject: ReadonlyArray<string>): string => [type, ...subject].join(' ');
  switch (type) {
    case 'AnalysisRecorded':
      return about(data.activity, data.part);
    case 'RegionProfileRecorded':
      return about(data.region);
    case 'CompetitorNoted':
      return about(data.competitor);
    case 'ObjectiveSet':
      return about(data.objective);
    case 'StakeholderMapped':
    case 'StakeholderStrategySet':
    case 'DirectBenefitFlagged':
      return about(data.stakeholder);
    case 'StakeholdersRelated':
      return about(data.from, data.to, data.relation);
    case 'TacticUsed':
      return about(data.tactic, data.stakeholder ?? '');
    case 'ProjectEstablished':
    case 'DecisionFactorsRated':
    case 'SwotRecorded':
    case 'StrategyChosen':
    case 'PlanBaselined':
    case 'RelationshipLevelAssessed':
    case 'QualificationAssessed':
      return about();
    case 'StepDone':
    case 'ActivityDone':
    case 'ActivityWaived':
    case 'DocumentRecorded':
    case 'PurchaseStepObserved':
      return undefined;
  }
};

/** That these are so still, or happened again, is worth recording. @source PRJ-24, PRJ-28 */
const dated: ReadonlySet<WorkEvent['type']> = new Set<WorkEvent['type']>([
  'StakeholderMapped',
  'TacticUsed',
  'RelationshipLevelAssessed',
  'QualificationAssessed',
]);

/** Whether the same was said last of the same; of what is dated, as of the same time. */
export const saidAlready = ({ said }: OpenedProject, event: WorkEvent): boolean => {
  const last = said[subjectOf(event) ?? ''];
  if (last === undefined || !sameJson(last.data, event.data)) return false;
  return !dated.has(event.type) || last.at === event.effectiveAt;
};
