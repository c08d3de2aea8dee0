export { achievedBy, type PledgeLines, pledgeLines } from './achieved.js';
export {
  type PeriodNotOpened,
  type PledgeBoard,
  type PledgeBoardQuestion,
  type PledgeRow,
  pledgeBoard,
} from './board.js';
export { type CertificateData, certificateOf } from './certificate.js';
export type { LedUnit, PledgeCoverage } from './coverage.js';
export { type PledgeAsOf, type PledgeDocuments, pledgesOf, receiptOf } from './documents.js';
export { type DonationStanding, donationStanding } from './donation.js';
export { type Hindsight, type HindsightQuestion, hindsight } from './hindsight.js';
export { type PlannedReward, type PlannedSettlement, settlementPlan } from './plan.js';
export { type PledgeDocument, type PledgeEntry, pledgesView } from './view.js';
