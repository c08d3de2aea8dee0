/** Runs deciders on an event store. */
export { type Clock, systemClock } from './clock.js';
export { commandIdOf, newCommandId } from './command-ids.js';
export { type MemoryStore, memoryStore } from './memory-store/index.js';
export { type Bell, bell, type Pull, pull } from './pull.js';
export { sha256 } from './sha256.js';
