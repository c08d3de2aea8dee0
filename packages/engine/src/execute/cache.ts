import type { StreamId } from '@millrace/kernel';
import type { Loaded } from './load.js';

/**
 * Folded states by stream, the least recently used dropped first.
 *
 * A state here may be stale: who reads it reads the rest of the stream too, and appends at the
 * revision it then has.
 */
export interface StateCache {
  readonly get: (stream: StreamId) => Loaded | undefined;
  readonly set: (stream: StreamId, state: Loaded) => void;
  readonly delete: (stream: StreamId) => void;
}

/** Makes a cache of at most `size` states. */
export const stateCache = (size: number): StateCache => {
  const states = new Map<StreamId, Loaded>();
  return {
    get: (stream) => {
      const state = states.get(stream);
      if (state === undefined) return undefined;
      states.delete(stream);
      states.set(stream, state);
      return state;
    },
    set: (stream, { state, revision }) => {
      if (revision === 'none') return;
      states.delete(stream);
      states.set(stream, { state, revision });
      const oldest = states.size > size ? states.keys().next().value : undefined;
      if (oldest !== undefined) states.delete(oldest);
    },
    delete: (stream) => {
      states.delete(stream);
    },
  };
};
