export { type Governed, governed, type Reading, type Ruled, type SalesModule } from './govern.js';
export { permitted, readsActor, roleIn } from './permission.js';
export type { GovernanceRefusal } from './refusals.js';
