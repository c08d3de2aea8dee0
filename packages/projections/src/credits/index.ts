export { type AchievedQuestion, type Achiever, achieved, achievements } from './achieved.js';
export type { CreditCalendar, CreditEntry, CreditsDocument, LatePosting, PeriodCredits } from './document.js';
export type { Ledger, LedgerDocuments } from './ledger.js';
export { type CreditLine, creditLines } from './lines.js';
export { creditsView } from './view.js';
