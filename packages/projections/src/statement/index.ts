export { type PledgeAddendum, statementAddendum } from './addendum.js';
export { type OverdueQuestion, type OverdueSettlement, overdueSettlements } from './overdue.js';
export type { StatementEntry, StatementLine } from './receipts.js';
export {
  type SettlementStatement,
  type StatementPledge,
  type StatementQuestion,
  type StatementReward,
  type StatementTerms,
  settlementStatement,
} from './statement.js';
