import type { Evolve, Instant } from '@millrace/kernel';
import { absurd } from 'fp-ts/lib/function.js';
import type { BoardDefinition } from './definition.js';
import type { BoardEvent } from './events.js';

/** What decisions must know of a published board: what was published, and what it shows now. */
export type Board = { readonly phase: 'unpublished' } | PublishedBoard;

export interface PublishedBoard {
  readonly phase: 'published';
  readonly published: Shown & { readonly definition: BoardDefinition };
  readonly now: Shown;
}

/** Rows with this digest, derived as of and as known then. */
export interface Shown {
  readonly asOf: Instant;
  readonly knownAt: number;
  readonly digest: string;
}

export const initial: Board = { phase: 'unpublished' };

export const evolve: Evolve<Board, BoardEvent> = (board, event) => {
  const { asOf, knownAt, digest } = event.data;
  const now: Shown = { asOf, knownAt, digest };
  switch (event.type) {
    case 'LeaderboardPublished':
      return { phase: 'published', published: { ...now, definition: event.data.definition }, now };
    case 'LeaderboardCorrected':
      if (board.phase === 'published') board.now = now;
      return undefined;
    default:
      return absurd(event);
  }
};
