export { type AccountBalance, type PledgeLedger, type PledgeLedgerQuestion, pledgeLedger } from './ledger.js';
export type { Account, AccountName, Posting } from './postings.js';
