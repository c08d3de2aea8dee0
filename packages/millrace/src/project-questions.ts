import type { Clock, Engine } from '@millrace/engine';
import type { MoneyError } from '@millrace/kernel';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import {
  type Asking,
  askBehaviours,
  askCalibration,
  askChannelYield,
  askConformance,
  askDossier,
  askForecast,
  askGates,
  askProjectCosts,
  askWork,
  type BehavioursAnswer,
  type CalibrationAnswer,
  type ChannelYieldAnswer,
  type ConformanceAnswer,
  type DossierAnswer,
  type ForecastAnswer,
  type ForecastAsking,
  type GatesAnswer,
  type GatesAsking,
  type LogError,
  type NoPlaybookPublished,
  type ProjectCostsAnswer,
  type ProjectCostsAsking,
  type ProjectMoneyError,
  type ProjectUnknown,
  type WorkAnswer,
} from './questions/index.js';

/** What can be asked about sales projects. */
export interface ProjectQuestions {
  /** Every decision at a gate, with its criteria, evidence and reviewers. */
  readonly gates: (asking?: GatesAsking) => TaskEither<LogError, GatesAnswer>;
  /** What reached a phase without its gate; nothing of what our deciders wrote. */
  readonly conformance: (asking?: Asking) => TaskEither<LogError, ConformanceAnswer>;
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
  gates: (asking = {}) => askGates(engine, asking, clock),
  conformance: (asking = {}) => askConformance(engine, asking, clock),
  dossier: (project, asking = {}) => askDossier(engine, project, asking, clock),
  projectWork: (asking = {}) => askWork(engine, asking, clock),
  behaviours: (asking = {}) => askBehaviours(engine, asking, clock),
  forecast: (asking) => askForecast(engine, asking, clock),
  projectCosts: (asking = {}) => askProjectCosts(engine, asking, clock),
  calibration: (asking = {}) => askCalibration(engine, asking, clock),
  channelYield: (asking = {}) => askChannelYield(engine, asking, clock),
});
