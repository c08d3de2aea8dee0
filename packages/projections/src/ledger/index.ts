export { type AccountBalance, type Ledger, type LedgerQuestion, pledgeLedger } from './ledger.js';
export type { Account, AccountName, Posting } from './postings.js';
