export { type DeciderLaws, deciderLaws, type LawCase } from './decider-laws.js';
export { histories } from './histories.js';
export type { DeciderLawsOptions, HistoryOptions } from './options.js';
export type { Cell, Reach } from './reach.js';
export { type ContextOf, historyOf } from './walk.js';
