/** The phases of a key-account project that lead to the contract. @source PRJ-6, PRJ-31, PRJ-32 */
import type { Phase } from '../process/index.js';
import { named } from './words.js';

/** Phase 2, which is left by its checklist alone. @source PRJ-4, PRJ-31, PRJ-34, Q10 */
export const projectPlanning: Phase = {
  ...named('projectPlanning', 'Project planning', '项目策划'),
  rottingDays: 60,
  checklist: [
    named('objectivesSet', 'Objectives are set and broken down', '目标已确立并分解'),
    named('strategyChosen', 'The strategy is chosen', '策略已制定'),
    named('responsibilitiesClear', 'Responsibilities are clear', '责任已明确'),
    named('costsPlanned', 'The cost of each phase is planned', '各阶段费用已计划'),
  ],
  activities: [
    {
      ...named('objectives', 'Setting objectives', '确立目标'),
      steps: [named('principles', 'Principles', '原则'), named('decomposition', 'Decomposition', '分解')],
      deliverables: [named('objectiveSheet', 'Objectives', '目标确定')],
    },
    {
      ...named('strategy', 'Making a strategy', '制定策略'),
      steps: [named('swot', 'SWOT analysis', 'SWOT分析'), named('projectStrategy', 'Project strategy', '项目策略')],
      deliverables: [named('strategyAnalysis', 'Strategy analysis', '策略分析')],
    },
    {
      ...named('planning', 'Making a plan', '制定计划'),
      steps: [
        named('clearGoal', 'Clear goal', '明确目标'),
        named('workBreakdown', 'Work breakdown structure', '工作分析结构'),
        named('clearResponsibility', 'Clear responsibility', '明确责任'),
        named('definedActivities', 'Defined activities', '界定活动'),
      ],
      deliverables: [
        named('implementationPlan', 'Implementation plan', '实施计划'),
        named('controlPlan', 'Control plan', '控制计划'),
        named('keyTasks', 'Key tasks', '关键任务'),
      ],
    },
  ],
};

/** Phase 3, at whose end the contract is signed. @source PRJ-4, PRJ-32 */
export const negotiationSigning: Phase = {
  ...named('negotiationSigning', 'Negotiation and signing', '谈判签约'),
  rottingDays: 90,
  checklist: [],
  activities: [
    { ...named('planExecution', 'Plan execution', '计划执行'), steps: [] },
    { ...named('technicalConfirmation', 'Technical confirmation', '技术确认'), steps: [] },
    { ...named('relationshipSupport', 'Relationship support', '关系支撑'), steps: [] },
    {
      ...named('solutionFixing', 'Solution fixed', '方案确定'),
      steps: [],
      deliverables: [named('solution', 'Solution', '方案')],
    },
    {
      ...named('commercialNegotiation', 'Commercial negotiation', '商务谈判'),
      steps: [],
      deliverables: [named('contractDraft', 'Draft of the contract', '合同草案')],
    },
    { ...named('clientDecision', 'Client decision', '客户决策'), steps: [] },
  ],
};
