export type { BenchmarkRow } from './benchmark.js';
export { type Conversion, conversion, type Ratio } from './conversion.js';
export { FunnelDefinition, funnelOf, hashOf } from './definition.js';
export type { Duration, StageDurations } from './durations.js';
export { type Cohort, type FunnelGroup, type GroupBy, POOL } from './groups.js';
export { type FunnelMeasure, type FunnelReceiptLine, funnelReceipt } from './receipt.js';
export { type Collected, type FunnelQuestion, type FunnelReport, funnelReport } from './report.js';
export type { OutcomeCounts, StageCounts, Transition } from './stages.js';
export {
  type FunnelDocument,
  type FunnelJourney,
  type FunnelMove,
  funnelView,
  type RecordStatus,
  type Since,
} from './view.js';
