import type { Evolve, Instant } from '@millrace/kernel';
import type { Draft } from 'immer';
import type { Playbook } from './document.js';
import type { PlaybookEvent } from './events.js';

/** The rules in force: the latest published, by position. */
export interface PlaybookInForce {
  readonly phase: 'published';
  readonly version: string;
  readonly hash: string;
  readonly playbook: Playbook;
  readonly since: Instant;
}

export type PlaybookState = { readonly phase: 'unpublished' } | PlaybookInForce;

export const initial: PlaybookState = { phase: 'unpublished' };

export const evolve: Evolve<PlaybookState, PlaybookEvent> = (_, { data, effectiveAt }) => ({
  phase: 'published',
  version: data.version,
  hash: data.hash,
  playbook: data.playbook as Draft<Playbook>,
  since: effectiveAt,
});
