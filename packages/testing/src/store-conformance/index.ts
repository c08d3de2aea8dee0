export type { Backend, Change, OpenBackend, OpenOptions } from './backend.js';
export { storeConformance } from './conformance.js';
export type { ConformanceOptions, StoreCase } from './suite.js';
