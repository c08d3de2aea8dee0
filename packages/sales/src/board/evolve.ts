import type { Evolve } from '@millrace/kernel';
import { absurd } from 'fp-ts/lib/function.js';
import type { BoardEvent } from './events.js';

/** What decisions must know of a published board: what it shows now. */
export type Board =
  | { readonly phase: 'unpublished' }
  | { readonly phase: 'published'; readonly knownAt: number; readonly digest: string };

export const initial: Board = { phase: 'unpublished' };

export const evolve: Evolve<Board, BoardEvent> = (_, event) => {
  switch (event.type) {
    case 'LeaderboardPublished':
    case 'LeaderboardCorrected':
      return { phase: 'published', knownAt: event.data.knownAt, digest: event.data.digest };
    default:
      return absurd(event);
  }
};
