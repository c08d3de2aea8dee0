import type { Instant } from '@millrace/kernel';
import type { Span } from '../timeline.js';
import { type BenchmarkRow, benchmarkRows } from './benchmark.js';
import { type Cohort, cohorts } from './cohorts.js';
import { type Collected, collected } from './collected.js';
import { type Conversion, conversions } from './conversion.js';
import type { FunnelDefinition } from './definition.js';
import type { FunnelDocument } from './document.js';
import { type StageDurations, stageDurations } from './durations.js';
import { type FunnelGroup, funnelGroups, type GroupBy, journeyKeys, type Keys } from './groups.js';
import { type OutcomeCounts, outcomeCounts } from './outcomes.js';
import { type Path, type Paths, pathsOf } from './path.js';
import { flowRatios, type Ratio, stockRatios } from './ratios.js';
import { type StageCounts, stageCounts, standingOutside } from './stages.js';
import { type Transition, transitions } from './transitions.js';

/** What a funnel counts as of an instant, whatever its unit. */
export interface FunnelCounts {
  /** Units opened, duplicates included: all that stand in a stage, have an outcome, or stand outside. */
  readonly opened: number;
  /** Units that stand in a stage which the definition does not have. */
  readonly outside: number;
  readonly stages: ReadonlyArray<StageCounts>;
  readonly outcomes: OutcomeCounts;
  readonly matrix: ReadonlyArray<Transition>;
  readonly durations: ReadonlyArray<StageDurations>;
  readonly cohorts: ReadonlyArray<Cohort>;
  /** From each stage to the next; then from the first to each later one. */
  readonly conversions: ReadonlyArray<Conversion>;
  readonly stockRatios: ReadonlyArray<Ratio>;
  readonly flowRatios: ReadonlyArray<Ratio>;
  readonly benchmark: ReadonlyArray<BenchmarkRow>;
  /** Empty where no split was asked for. */
  readonly groups: ReadonlyArray<FunnelGroup>;
}

/** A funnel of journeys. */
export interface FunnelReport extends FunnelCounts {
  readonly collected: Collected;
}

export interface FunnelQuestion {
  readonly definition: FunnelDefinition;
  /** Effective time: what is later has not happened. */
  readonly asOf: Instant;
  readonly by?: GroupBy | undefined;
  /** Conversions of the entries, and flow ratios of the moves, that fall in it; of all, when left out. */
  readonly span?: Span | undefined;
}

/** The whole funnel, from the documents of {@link funnelView}. */
export const funnelReport = (
  documents: ReadonlyMap<string, FunnelDocument>,
  question: FunnelQuestion,
): FunnelReport => {
  const { definition, asOf, by } = question;
  return {
    collected: collected(documents, asOf),
    ...funnelCounts(pathsOf(documents, definition, asOf), question, by && journeyKeys(definition, by, asOf)),
  };
};

/** What is counted of units, by the way they went. Split where keys are given. */
export const funnelCounts = <Unit extends Path>(
  paths: Paths<Unit>,
  { definition, asOf, span }: FunnelQuestion,
  keys: Keys<Unit> | undefined,
): FunnelCounts => {
  const { counted, duplicates } = paths;
  const stages = stageCounts(counted, definition);
  const { steps, overall } = conversions(counted, { definition, asOf, span });
  return {
    opened: counted.length + duplicates.length,
    outside: standingOutside(counted),
    stages,
    outcomes: outcomeCounts(paths),
    matrix: transitions(counted),
    durations: stageDurations(counted, definition, asOf),
    cohorts: cohorts(counted, definition),
    conversions: [...steps, ...overall],
    stockRatios: stockRatios(stages),
    flowRatios: flowRatios(definition.stages, transitions(counted, span)),
    benchmark: benchmarkRows(definition.benchmark, steps),
    groups: keys === undefined ? [] : funnelGroups(counted, definition, keys),
  };
};
