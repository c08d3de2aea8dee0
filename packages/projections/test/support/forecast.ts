/** What a log of projects says of a period to come, in Shanghai. */
import assert from 'node:assert/strict';
import { type Currency, type Instant, parsePeriod, project } from '@millrace/kernel';
import {
  type ChannelReport,
  type CostReport,
  channelYields,
  costsOf,
  type Forecast,
  type ForecastDocuments,
  forecastOf,
  pipelineView,
  projectsView,
  type Span,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import { AFTER } from './project-money.js';
import type { ProjectLog } from './projects.js';

const USD = 'USD' as Currency;

const rightOf = <A>(answer: E.Either<unknown, A>): A => {
  assert(E.isRight(answer), JSON.stringify(answer));
  return answer.right;
};

export const periodOf = (label: string) => rightOf(parsePeriod(label, 'Asia/Shanghai'));

export interface AskedForecast {
  readonly period: string;
  readonly asOf?: Instant;
  readonly currency?: Currency;
  readonly windowDays?: number;
  readonly goals?: Omit<ForecastDocuments, 'pipeline'>;
}

const noGoals = { periods: new Map(), credits: new Map(), organisation: new Map() };

export const askForecast = (
  log: ProjectLog,
  { period, asOf = AFTER, currency = USD, windowDays, goals = noGoals }: AskedForecast,
) =>
  forecastOf(
    { pipeline: project(pipelineView, log), ...goals },
    { period: periodOf(period), asOf, currency, basis: 'contract', windowDays },
  );

/** @throws AssertionError where there is none */
export const forecast = (log: ProjectLog, asked: AskedForecast): Forecast => rightOf(askForecast(log, asked));

const shown = (log: ProjectLog) => ({ pipeline: project(pipelineView, log), projects: project(projectsView, log) });

export const costs = (log: ProjectLog, asOf: Instant = AFTER, span?: Span): CostReport =>
  rightOf(costsOf(shown(log), { asOf, currency: USD, span }));

export const channels = (log: ProjectLog, asOf: Instant = AFTER): ChannelReport =>
  rightOf(channelYields(shown(log), { asOf, currency: USD }));
