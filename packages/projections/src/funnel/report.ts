import type { Instant } from '@millrace/kernel';
import { standingAt } from '../since.js';
import { type BenchmarkRow, benchmarkRows } from './benchmark.js';
import { type Conversion, conversions, flowRatios, type Ratio, stockRatios } from './conversion.js';
import type { FunnelDefinition } from './definition.js';
import { type StageDurations, stageDurations } from './durations.js';
import { type Cohort, cohorts, type FunnelGroup, funnelGroups, type GroupBy } from './groups.js';
import { pathsOf } from './path.js';
import {
  type OutcomeCounts,
  outcomeCounts,
  type StageCounts,
  stageCounts,
  type Transition,
  transitions,
} from './stages.js';
import type { FunnelDocument } from './view.js';

/** Prospects by the latest state of their record; the four add up to `total`. @source DLR-34, FUN-17 */
export interface Collected {
  readonly total: number;
  readonly pending: number;
  readonly rejected: number;
  /** Accepted and not yet entered. */
  readonly accepted: number;
  readonly entered: number;
}

/** A funnel as of an instant. */
export interface FunnelReport {
  readonly collected: Collected;
  /** Journeys opened, those of duplicates included. */
  readonly opened: number;
  readonly stages: ReadonlyArray<StageCounts>;
  readonly outcomes: OutcomeCounts;
  readonly matrix: ReadonlyArray<Transition>;
  readonly durations: ReadonlyArray<StageDurations>;
  readonly cohorts: ReadonlyArray<Cohort>;
  readonly conversions: ReadonlyArray<Conversion>;
  readonly stockRatios: ReadonlyArray<Ratio>;
  readonly flowRatios: ReadonlyArray<Ratio>;
  readonly benchmark: ReadonlyArray<BenchmarkRow>;
  readonly groups: ReadonlyArray<FunnelGroup>;
}

export interface FunnelQuestion {
  readonly definition: FunnelDefinition;
  /** Effective time: moves after it have not happened. */
  readonly asOf: Instant;
  readonly by?: GroupBy;
}

/** The whole funnel, from the documents of {@link funnelView}. */
export const funnelReport = (
  documents: ReadonlyMap<string, FunnelDocument>,
  { definition, asOf, by }: FunnelQuestion,
): FunnelReport => {
  const { counted, duplicates } = pathsOf(documents, definition, asOf);
  const stages = stageCounts(counted, definition);
  const matrix = transitions(counted);
  const rates = conversions(counted, definition, asOf);
  return {
    collected: collected(documents, asOf),
    opened: counted.length + duplicates.length,
    stages,
    outcomes: outcomeCounts(counted, duplicates),
    matrix,
    durations: stageDurations(counted, definition, asOf),
    cohorts: cohorts(counted, definition),
    conversions: rates,
    stockRatios: stockRatios(stages),
    flowRatios: flowRatios(definition, matrix),
    benchmark: benchmarkRows(definition, rates),
    groups: by === undefined ? [] : funnelGroups(counted, definition, by, asOf),
  };
};

const collected = (documents: ReadonlyMap<string, FunnelDocument>, asOf: Instant): Collected => {
  const counts = { total: 0, pending: 0, rejected: 0, accepted: 0, entered: 0 };
  for (const { record } of documents.values()) {
    const standing = standingAt(record, asOf);
    if (standing === undefined) continue;
    counts.total += 1;
    counts[standing.state] += 1;
  }
  return counts;
};
