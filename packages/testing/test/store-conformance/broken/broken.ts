import type { OpenBackend } from '@millrace/testing';
import { type ChangeStore, memoryBackend } from '../backend.js';

/** A store that breaks one promise, and whose it is. */
export interface Broken {
  readonly name: string;
  /** The promise: some case that carries this id must fail. */
  readonly id: string;
  readonly open: OpenBackend;
}

/** A store that does one thing wrong. */
export const brokenStore = (id: string, name: string, change: ChangeStore): Broken => ({
  id,
  name,
  open: memoryBackend(change),
});
