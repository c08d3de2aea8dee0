export { type Governed, governed, type Reading, type Ruled, type SalesModule } from './govern.js';
export { permitted, readsActor } from './permission.js';
export type { GovernanceRefusal } from './refusals.js';
