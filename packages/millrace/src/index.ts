/** Millrace, wired: open it on a store, send it commands, ask it questions. */
export { playbookKnown } from './known.js';
export { type Command, type Millrace, modules, type OpenOptions, open, type Sender } from './open.js';
export type {
  Answered,
  Asking,
  CustodyAnswer,
  DefinedAsking,
  FunnelAnswer,
  FunnelAsking,
  FunnelExplanation,
  InvalidDefinition,
  LogError,
  NoPlaybookPublished,
  OwnershipAnswer,
  QuestionError,
  Reading,
  Replay,
  UnknownStage,
} from './questions/index.js';
export { MillraceError, run } from './rim.js';
