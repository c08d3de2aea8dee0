export { type AchievedQuestion, type Achiever, achieved, achievements } from './achieved.js';
export type { CreditCalendar, CreditEntry, CreditsDocument, LatePosting, PeriodCredits } from './document.js';
export { type LateQuestion, lateEntries, periodsCutOff } from './late-entries.js';
export { allEntries, entriesIn, entryLists, type Ledger, type LedgerDocuments } from './ledger.js';
export { type CreditLine, creditLines } from './lines.js';
export { type Reconciliation, type ReconciliationQuestion, reconciliation, type Sum } from './reconciliation.js';
export { creditsView } from './view.js';
