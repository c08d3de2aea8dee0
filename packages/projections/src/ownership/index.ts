export type { Holding, OwnershipDocument } from './document.js';
export { type CustodyInterval, custodyIntervals } from './intervals.js';
export { type OwnershipReport, ownershipReport } from './report.js';
export { ownershipView } from './view.js';
