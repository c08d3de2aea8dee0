export { type CustodyInterval, custodyIntervals, type OwnershipReport, ownershipReport } from './report.js';
export { type Beginning, type Holding, type OwnershipDocument, ownershipView } from './view.js';
