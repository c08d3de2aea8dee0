/** What is shown of sales projects. */
export {
  type AheadLine,
  aheadOfBuyer,
  type BehaviourQuestion,
  type CoverageLine,
  chainCoverage,
  type Pattern,
  type PatternLine,
  patternsOf,
} from './behaviours/index.js';
export { type BlockerLine, type BlockerQuestion, blockersOf } from './blockers/index.js';
export {
  type Calibrated,
  type Calibration,
  type CalibrationLine,
  calibrationOf,
} from './calibration/index.js';
export {
  type ChannelDocuments,
  type ChannelQuestion,
  type ChannelReport,
  type ChannelYield,
  channelYields,
  type Yield,
} from './channels/index.js';
export {
  type Cost,
  type CostDocuments,
  type CostQuestion,
  type CostReport,
  costsOf,
  type ProjectCost,
  type ProjectPhaseCost,
} from './costs/index.js';
export {
  type ComparisonQuestion,
  comparisonsOf,
  type StoppedProject,
  type Strictness,
  type TemplateComparison,
} from './counterfactual/index.js';
export {
  type Chain,
  type ChainLine,
  type CloseLine,
  type CompetitorSide,
  type ContractLine,
  type CustomerSide,
  type Dossier,
  type DossierQuestion,
  dossierOf,
  type EnvironmentSide,
  type OwnSide,
  type PhaseCost,
  type PhaseStay,
  type WaiverLine,
} from './dossier/index.js';
export {
  type Expectation,
  type Forecast,
  type ForecastDocuments,
  type ForecastQuestion,
  forecastOf,
  type Slippage,
  type Velocity,
} from './forecast/index.js';
export {
  type Breach,
  type ConditionLine,
  type Conformance,
  conformance,
  type Finding,
  type GateDocument,
  type GateEvidence,
  type GateLine,
  type GateLogQuestion,
  gateLog,
  gatesView,
} from './gates/index.js';
export {
  type PipelineBy,
  type PipelineCounts,
  type PipelineCycle,
  type PipelineDelivery,
  type PipelineDocument,
  type PipelineDocuments,
  type PipelineGroup,
  type PipelinePhase,
  type PipelineQuestion,
  type PipelineReport,
  type PipelineUnit,
  type ProjectAge,
  type ProjectFunnelQuestion,
  pipelineReport,
  pipelineView,
  probabilityOf,
  projectFunnelReport,
  type Share,
  unitsOf as pipelineUnitsOf,
  type Worth,
} from './pipeline/index.js';
export {
  type ActivityLine,
  type DueActivity,
  type PlanLine,
  type PlanQuestion,
  type PlanReport,
  planOf,
  plansOf,
  type ResourceLine,
  resourcesOf,
} from './plan/index.js';
export {
  type ProjectDocument,
  type ProjectEntry,
  projectAsOf,
  projectReceipt,
  projectsView,
  type RulesByVersion,
} from './projects/index.js';
