import type { Clock, Engine } from '@millrace/engine';
import type { MoneyError } from '@millrace/kernel';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import {
  type Asking,
  askBehaviours,
  askCalibration,
  askChannelYield,
  askConformance,
  askCounterfactual,
  askDossier,
  askForecast,
  askGates,
  askPipeline,
  askProjectCosts,
  askProjectFunnel,
  askWork,
  type BehavioursAnswer,
  type CalibrationAnswer,
  type ChannelYieldAnswer,
  type ConformanceAnswer,
  type CounterfactualAnswer,
  type CounterfactualAsking,
  type DossierAnswer,
  type ForecastAnswer,
  type ForecastAsking,
  type GatesAnswer,
  type GatesAsking,
  type InvalidDefinition,
  type LogError,
  type NoPlaybookPublished,
  type PipelineAnswer,
  type PipelineAsking,
  type ProjectCostsAnswer,
  type ProjectCostsAsking,
  type ProjectFunnelAnswer,
  type ProjectFunnelAsking,
  type ProjectMoneyError,
  type ProjectUnknown,
  type TemplateError,
  type WorkAnswer,
} from './questions/index.js';

/** What can be asked about sales projects. */
export interface ProjectQuestions {
  /** Open projects by phase, what they are worth, and how the others ended. */
  readonly pipeline: (asking?: PipelineAsking) => TaskEither<TemplateError | MoneyError, PipelineAnswer>;
  /** The funnel of which the unit is a project. */
  readonly projectFunnel: (
    asking?: ProjectFunnelAsking,
  ) => TaskEither<TemplateError | InvalidDefinition, ProjectFunnelAnswer>;
  /** Every decision at a gate, with its criteria, evidence and reviewers. */
  readonly gates: (asking?: GatesAsking) => TaskEither<LogError | ProjectUnknown, GatesAnswer>;
  /** What reached a phase without its gate; nothing of what our deciders wrote. */
  readonly conformance: (asking?: Asking) => TaskEither<LogError, ConformanceAnswer>;
  /** Which projects another version of the rules would have stopped. */
  readonly counterfactual: (asking: CounterfactualAsking) => TaskEither<LogError, CounterfactualAnswer>;
  /** One project on one page. */
  readonly dossier: (
    project: string,
    asking?: Asking,
  ) => TaskEither<LogError | NoPlaybookPublished | ProjectUnknown, DossierAnswer>;
  /** Plans of projects against what happened, and whom they take up. */
  readonly projectWork: (asking?: Asking) => TaskEither<LogError | NoPlaybookPublished, WorkAnswer>;
  /** Ways of selling, sellers ahead of their buyers, and decision chains layer by layer. */
  readonly behaviours: (asking?: Asking) => TaskEither<LogError | NoPlaybookPublished, BehavioursAnswer>;
  /** What a period will bring: won in it, and open with its expected close in it. */
  readonly forecast: (asking: ForecastAsking) => TaskEither<ProjectMoneyError, ForecastAnswer>;
  /** What projects cost by phase, what they may be expected to cost, and what a win costs. */
  readonly projectCosts: (asking?: ProjectCostsAsking) => TaskEither<ProjectMoneyError, ProjectCostsAnswer>;
  /** How assessments of win probability compare with what came of the projects. */
  readonly calibration: (asking?: Asking) => TaskEither<LogError, CalibrationAnswer>;
  /** What came of the opportunities of each first channel. */
  readonly channelYield: (
    asking?: Asking,
  ) => TaskEither<LogError | NoPlaybookPublished | MoneyError, ChannelYieldAnswer>;
}

/** The questions about projects, asked of one engine. */
export const projectQuestions = (engine: Engine, clock: Clock): ProjectQuestions => ({
  pipeline: (asking = {}) => askPipeline(engine, asking, clock),
  projectFunnel: (asking = {}) => askProjectFunnel(engine, asking, clock),
  gates: (asking = {}) => askGates(engine, asking, clock),
  conformance: (asking = {}) => askConformance(engine, asking, clock),
  counterfactual: (asking) => askCounterfactual(engine, asking, clock),
  dossier: (project, asking = {}) => askDossier(engine, project, asking, clock),
  projectWork: (asking = {}) => askWork(engine, asking, clock),
  behaviours: (asking = {}) => askBehaviours(engine, asking, clock),
  forecast: (asking) => askForecast(engine, asking, clock),
  projectCosts: (asking = {}) => askProjectCosts(engine, asking, clock),
  calibration: (asking = {}) => askCalibration(engine, asking, clock),
  channelYield: (asking = {}) => askChannelYield(engine, asking, clock),
});
