export type { Answered, Asking, LogError, Reading } from './asking.js';
export { type CheckedBoard, checkBoards } from './boards.js';
export { askCounterfactual, type CounterfactualAnswer, type CounterfactualAsking } from './counterfactual.js';
export { askLateEntries, askReconciliation, type LateAnswer, type ReconciliationAnswer } from './credits.js';
export type { DefinedAsking, InvalidDefinition, NoPlaybookPublished, QuestionError } from './defined.js';
export { explainFunnel, type FunnelExplanation, type UnknownStage } from './explain-funnel.js';
export { askFeasibility, type FeasibilityAnswer, type FeasibilityAsking } from './feasibility.js';
export { askForecast, type ForecastAnswer, type ForecastAsking, type ProjectMoneyError } from './forecast.js';
export { askFunnel, type FunnelAnswer, type FunnelAsking } from './funnel.js';
export { askHistory } from './history.js';
export {
  askLeaderboard,
  askTrail,
  type BoardQuestionError,
  type LeaderboardAnswer,
  type LeaderboardAsking,
  type TrailAnswer,
} from './leaderboard.js';
export { askOverdue, type OverdueAnswer } from './overdue.js';
export { askCustody, askOwnership, type CustodyAnswer, type OwnershipAnswer } from './ownership.js';
export type { PeriodNotOpened } from './period.js';
export {
  askPipeline,
  askProjectFunnel,
  type NoProjects,
  type NoSuchTemplate,
  type PipelineAnswer,
  type PipelineAsking,
  type ProjectFunnelAnswer,
  type ProjectFunnelAsking,
  type TemplateError,
  type TemplateNeeded,
} from './pipeline.js';
export {
  askCertificate,
  askPledges,
  type PledgeQuestionError,
  type PledgesAnswer,
  type PledgesAsking,
  type PledgeUnknown,
} from './pledges.js';
export {
  askCalibration,
  askChannelYield,
  askProjectCosts,
  type CalibrationAnswer,
  type ChannelYieldAnswer,
  type ProjectCostsAnswer,
  type ProjectCostsAsking,
} from './project-figures.js';
export {
  askBehaviours,
  askConformance,
  askDossier,
  askGates,
  askWork,
  type BehavioursAnswer,
  type ConformanceAnswer,
  type DossierAnswer,
  type GatesAnswer,
  type GatesAsking,
  type ProjectUnknown,
  type WorkAnswer,
} from './projects.js';
export { type Replay, replayViews } from './replay.js';
export type { RuledAnswer } from './ruled.js';
export { askStatement, type StatementAnswer, type StatementAsking } from './statement.js';
