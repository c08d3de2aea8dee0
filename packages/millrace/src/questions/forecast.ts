import type { Clock, Engine } from '@millrace/engine';
import { type MoneyError, type PeriodError, parsePeriod } from '@millrace/kernel';
import {
  creditsView,
  type Forecast,
  forecastOf,
  organisationView,
  periodsView,
  pipelineView,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Asking, type LogError, readInto } from './asking.js';
import type { NoPlaybookPublished } from './defined.js';
import { asOfIn, type RuledAnswer, rulesAt } from './ruled.js';

export interface ForecastAsking extends Asking {
  /** Any stretch of the calendar: `2026-11-24`, `2026-W48`, `2026-11`, `2026-Q4`, `2026`. */
  readonly period: string;
  /** How many days experience of velocity goes back: 91, when left out. */
  readonly windowDays?: number;
}

export interface ForecastAnswer extends RuledAnswer, Forecast {}

/** Why a question about what projects are worth has no answer. */
export type ProjectMoneyError = LogError | NoPlaybookPublished | PeriodError | MoneyError;

/** What a period will bring: won in it, and open with its expected close in it. @source metrics.md section 2 */
export const askForecast =
  (engine: Engine, asking: ForecastAsking, clock: Clock): TaskEither<ProjectMoneyError, ForecastAnswer> =>
  async () => {
    const views = {
      pipeline: pipelineView,
      credits: creditsView,
      organisation: organisationView,
      periods: periodsView,
    };
    const shown = await readInto(engine, views, asking)();
    if (E.isLeft(shown)) return shown;
    const { documents, position: knownAt } = shown.right;
    const rules = await rulesAt(engine, knownAt)();
    if (E.isLeft(rules)) return rules;
    const { playbook, version } = rules.right;
    const period = parsePeriod(asking.period, playbook.zone);
    if (E.isLeft(period)) return period;
    const asOf = asOfIn(asking, clock);
    const { currency, performance } = playbook;
    const basis = performance.creditBasis;
    const { windowDays } = asking;
    const forecast = forecastOf(documents, { period: period.right, asOf, currency, basis, windowDays });
    if (E.isLeft(forecast)) return forecast;
    return E.right({ asOf, knownAt, playbook: version, ...forecast.right });
  };
