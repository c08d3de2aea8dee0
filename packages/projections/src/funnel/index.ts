export type { BenchmarkRow } from './benchmark.js';
export type { Cohort } from './cohorts.js';
export type { Collected } from './collected.js';
export { buyersOf, type Conversion, conversions } from './conversion.js';
export { FunnelDefinition, funnelOf, hashOf, projectFunnelOf, SIGNED } from './definition.js';
export type { FunnelDocument, FunnelJourney, FunnelMove, RecordStatus } from './document.js';
export type { Duration, StageDurations } from './durations.js';
export { custodianAt, type FunnelGroup, type GroupBy, type Keys, monthKeys, stateAtEntry } from './groups.js';
export type { OutcomeCounts } from './outcomes.js';
export {
  currentVisit,
  type Ending,
  entriesTo,
  type JourneyPath,
  type Path,
  type Paths,
  pathsOf,
  rankFinder,
  type Visit,
} from './path.js';
export type { Ratio } from './ratios.js';
export { type FunnelMeasure, type FunnelNumber, type FunnelReceiptLine, funnelReceipt } from './receipt.js';
export { type FunnelCounts, type FunnelQuestion, type FunnelReport, funnelCounts, funnelReport } from './report.js';
export type { StageCounts } from './stages.js';
export type { Transition } from './transitions.js';
export { funnelView } from './view.js';
