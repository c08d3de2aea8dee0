/** What a package's own tests are built from: stories, laws and conformance, without a test runner. */
export {
  type Cell,
  type ContextOf,
  type DeciderLaws,
  type DeciderLawsOptions,
  deciderLaws,
  type HistoryOptions,
  histories,
  historyOf,
  type LawCase,
  type Reach,
} from './decider-laws/index.js';
export {
  customerCommands,
  customerContext,
  customerHistories,
  customerOpening,
  type HistoriesOptions,
  personCommands,
  personContext,
  publishedPlaybook,
  unitCommands,
  unitContext,
} from './generators/index.js';
export { type Answered, type ContextArgument, type Given, given } from './given.js';
export {
  type Backend,
  type Change,
  type ConformanceOptions,
  type OpenBackend,
  type OpenOptions,
  type StoreCase,
  storeConformance,
} from './store-conformance/index.js';
