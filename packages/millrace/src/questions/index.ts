export type { Answered, Asking, LogError, Reading } from './asking.js';
export type { DefinedAsking, InvalidDefinition, NoPlaybookPublished, QuestionError } from './defined.js';
export { explainFunnel, type FunnelExplanation, type UnknownStage } from './explain-funnel.js';
export { askFunnel, type FunnelAnswer, type FunnelAsking } from './funnel.js';
export { askHistory } from './history.js';
export { askCustody, askOwnership, type CustodyAnswer, type OwnershipAnswer } from './ownership.js';
export { type Replay, replayViews } from './replay.js';
