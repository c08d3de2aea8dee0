/** Every way a command about a published board can be turned down. */
import type * as E from 'fp-ts/lib/Either.js';
import type { BoardEvent } from './events.js';

export type BoardRefusal =
  | { readonly type: 'NotAPeriod'; readonly period: string }
  | { readonly type: 'BoardAlreadyPublished'; readonly digest: string }
  | { readonly type: 'BoardNotPublished'; readonly board: string }
  /** A correction shows something else than what stands. */
  | { readonly type: 'NothingToCorrect'; readonly digest: string };

/** The answer to a command. */
export type Decision = E.Either<BoardRefusal, ReadonlyArray<BoardEvent>>;
