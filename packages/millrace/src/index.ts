/** Millrace, wired: open it on a store, send it commands, ask it questions. */
export { playbookKnown } from './known.js';
export { type Command, type Millrace, modules, type OpenOptions, open, type Sender } from './open.js';
export type {
  Answered,
  Asking,
  CustodyAnswer,
  FunnelAnswer,
  FunnelAsking,
  FunnelExplanation,
  NoPlaybookPublished,
  OwnershipAnswer,
  QuestionError,
  Replay,
  UnknownStage,
} from './questions.js';
export { MillraceError, run } from './rim.js';
