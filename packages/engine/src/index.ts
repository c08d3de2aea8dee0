/** Runs deciders on an event store: load, decide, append, retry; subscriptions and views in memory. */
export { type Clock, systemClock } from './clock.js';
export { commandIdOf, newCommandId } from './command-ids.js';
export { createEngine, type Engine, type EngineOptions } from './engine.js';
export type { Ask } from './execute/ask.js';
export type {
  CommandReused,
  Contended,
  ExecuteError,
  InvalidAsk,
  InvalidCommand,
  Refused,
} from './execute/errors.js';
export type { Outcome, RecordedEvent } from './execute/outcome.js';
export type { RegisteredModule } from './execute/wiring.js';
export { type MemoryStore, memoryStore } from './memory-store/index.js';
export { type Bell, bell, type Pull, pull } from './pull.js';
export { fetchEvents } from './receipts.js';
export { sha256 } from './sha256.js';
export { batches, deliver, SubscriptionFailed } from './subscription.js';
export { type LiveViews, liveViews, type ViewsEnd } from './views/live-views.js';
export {
  type AnyView,
  type DocumentsOf,
  type EventSets,
  type KnownAt,
  type Projection,
  type ProjectOptions,
  projectLog,
} from './views/project-log.js';
