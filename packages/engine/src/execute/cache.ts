import type { StreamId } from '@millrace/kernel';
import type { AnyFold, Loaded } from './load.js';

/**
 * Folded states by stream, the least recently used dropped first.
 *
 * A state here may be stale: who reads it reads the rest of the stream too, and appends at the
 * revision it then has. It is never one that was only foreseen.
 */
export interface StateCache {
  /** The state kept of a stream, if it was folded by `fold`. */
  readonly get: (stream: StreamId, fold: AnyFold) => Loaded | undefined;
  readonly set: (loaded: Loaded) => void;
  readonly delete: (stream: StreamId) => void;
}

/** Makes a cache of at most `size` states. */
export const stateCache = (size: number): StateCache => {
  const states = new Map<StreamId, Loaded>();
  return {
    get: (stream, fold) => {
      const known = states.get(stream);
      if (known === undefined || known.fold.evolve !== fold.evolve) return undefined;
      states.delete(stream);
      states.set(stream, known);
      return known;
    },
    set: ({ stream, fold, state, revision }) => {
      if (revision === 'none') return;
      states.delete(stream);
      states.set(stream, { stream, fold, state, revision });
      const oldest = states.size > size ? states.keys().next().value : undefined;
      if (oldest !== undefined) states.delete(oldest);
    },
    delete: (stream) => {
      states.delete(stream);
    },
  };
};
