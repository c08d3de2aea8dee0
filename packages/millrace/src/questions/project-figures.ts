import type { Clock, Engine } from '@millrace/engine';
import { type Currency, type Instant, type MoneyError, parsePeriod } from '@millrace/kernel';
import {
  type Calibration,
  type ChannelReport,
  type CostReport,
  calibrationOf,
  channelYields,
  costsOf,
  pipelineView,
  projectsView,
  type Span,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Answered, type Asking, documentsOf, type LogError, readInto } from './asking.js';
import type { NoPlaybookPublished } from './defined.js';
import type { ProjectMoneyError } from './forecast.js';
import { asOfIn, type RuledAnswer, rulesAt } from './ruled.js';

export interface ProjectCostsAsking extends Asking {
  /** In which the projects of the cost per won were decided: any stretch of the calendar; at any time, when left out. */
  readonly period?: string;
}

export interface ProjectCostsAnswer extends RuledAnswer, CostReport {}

export interface CalibrationAnswer extends Answered, Calibration {}

export interface ChannelYieldAnswer extends RuledAnswer, ChannelReport {}

/** What projects cost by phase, and what they may be expected to cost. @source PRJ-34, GAT-9 */
export const askProjectCosts =
  (engine: Engine, asking: ProjectCostsAsking, clock: Clock): TaskEither<ProjectMoneyError, ProjectCostsAnswer> =>
  async () => {
    const grounds = await groundsOf(engine, asking, clock)();
    if (E.isLeft(grounds)) return grounds;
    const { documents, asOf, currency, zone, answered } = grounds.right;
    let span: Span | undefined;
    if (asking.period !== undefined) {
      const period = parsePeriod(asking.period, zone);
      if (E.isLeft(period)) return period;
      span = period.right;
    }
    const report = costsOf(documents, { asOf, currency, span });
    return E.isLeft(report) ? report : E.right({ ...answered, ...report.right });
  };

/** How assessments of win probability compare with what came of the projects. @source metrics.md section 2 */
export const askCalibration =
  (engine: Engine, asking: Asking, clock: Clock): TaskEither<LogError, CalibrationAnswer> =>
  async () => {
    const shown = await documentsOf(engine, pipelineView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, ...answered } = shown.right;
    return E.right({ ...answered, ...calibrationOf(documents, answered.asOf) });
  };

/** What came of the opportunities of each first channel. @source Q38, GAT-13 */
export const askChannelYield =
  (
    engine: Engine,
    asking: Asking,
    clock: Clock,
  ): TaskEither<LogError | NoPlaybookPublished | MoneyError, ChannelYieldAnswer> =>
  async () => {
    const grounds = await groundsOf(engine, asking, clock)();
    if (E.isLeft(grounds)) return grounds;
    const { documents, asOf, currency, answered } = grounds.right;
    const report = channelYields(documents, { asOf, currency });
    return E.isLeft(report) ? report : E.right({ ...answered, ...report.right });
  };

/** What figures of projects are derived from. */
interface Grounds {
  readonly documents: Parameters<typeof costsOf>[0];
  readonly asOf: Instant;
  readonly currency: Currency;
  readonly zone: string;
  readonly answered: RuledAnswer;
}

const groundsOf =
  (engine: Engine, asking: Asking, clock: Clock): TaskEither<LogError | NoPlaybookPublished, Grounds> =>
  async () => {
    const shown = await readInto(engine, { pipeline: pipelineView, projects: projectsView }, asking)();
    if (E.isLeft(shown)) return shown;
    const { documents, position: knownAt } = shown.right;
    const rules = await rulesAt(engine, knownAt)();
    if (E.isLeft(rules)) return rules;
    const { playbook, version } = rules.right;
    const asOf = asOfIn(asking, clock);
    const { currency, zone } = playbook;
    return E.right({ documents, asOf, currency, zone, answered: { asOf, knownAt, playbook: version } });
  };
