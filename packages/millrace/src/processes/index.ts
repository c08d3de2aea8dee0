export type { Adjustment, EarlierNotSettled } from './adjustments.js';
export { type PublishAsking, type PublishedBoard, publishBoard } from './publish-board.js';
export type { By, Recorded } from './sending.js';
export {
  planSettlement,
  type Settlement,
  type SettlementAsking,
  type SettlementError,
  type SettlementRecord,
  settle,
} from './settle.js';
