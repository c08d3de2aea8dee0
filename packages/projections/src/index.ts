/** What the history shows: the funnel and ownership, as views and the questions they answer. Pure. */
export {
  type AchievedQuestion,
  type Achiever,
  achieved,
  achievements,
  type CreditCalendar,
  type CreditEntry,
  type CreditLine,
  type CreditsDocument,
  creditLines,
  creditsView,
  type LatePosting,
  type Ledger,
  type LedgerDocuments,
  type PeriodCredits,
} from './credits/index.js';
export type { Beginning, Handover } from './custody.js';
export {
  type BenchmarkRow,
  type Cohort,
  type Collected,
  type Conversion,
  type Duration,
  FunnelDefinition,
  type FunnelDocument,
  type FunnelGroup,
  type FunnelJourney,
  type FunnelMeasure,
  type FunnelMove,
  type FunnelNumber,
  type FunnelQuestion,
  type FunnelReceiptLine,
  type FunnelReport,
  funnelOf,
  funnelReceipt,
  funnelReport,
  funnelView,
  type GroupBy,
  hashOf,
  type OutcomeCounts,
  type Ratio,
  type RecordStatus,
  type StageCounts,
  type StageDurations,
  type Transition,
} from './funnel/index.js';
export {
  childrenOf,
  type LineOf,
  lineFinder,
  type OrganisationDocument,
  organisationView,
  type UnitAt,
  unitFinder,
} from './organisation/index.js';
export {
  type CustodyInterval,
  custodyIntervals,
  type Holding,
  type OwnershipDocument,
  type OwnershipReport,
  ownershipReport,
  ownershipView,
} from './ownership/index.js';
export { type PeriodDocument, periodsView } from './periods/index.js';
export { type PledgeDocument, type PledgeEntry, pledgesView } from './pledges/index.js';
export { type PublicationDocument, publicationsView, type Shown } from './publications/index.js';
export type { EventRef } from './receipt.js';
export type { Dated, Since, Span, Timeline } from './timeline.js';
export { views } from './views.js';
