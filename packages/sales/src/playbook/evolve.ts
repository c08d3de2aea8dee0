import type { Evolve, Instant } from '@millrace/kernel';
import type { Draft } from 'immer';
import type { ProjectRules } from '../process/index.js';
import type { Playbook } from './document.js';
import type { PlaybookEvent } from './events.js';

/** The rules in force: the latest published, by position. */
export interface PlaybookInForce {
  readonly phase: 'published';
  readonly version: string;
  readonly hash: string;
  readonly playbook: Playbook;
  readonly since: Instant;
  /** What each published version says of projects: a project keeps the one it was opened under. */
  readonly projects: Readonly<Record<string, ProjectRules>>;
}

/** The organisation's rules, if it has any yet. */
export type PlaybookState = { readonly phase: 'unpublished' } | PlaybookInForce;

export const initial: PlaybookState = { phase: 'unpublished' };

export const evolve: Evolve<PlaybookState, PlaybookEvent> = (state, { data, effectiveAt }) => ({
  phase: 'published',
  version: data.version,
  hash: data.hash,
  playbook: data.playbook as Draft<Playbook>,
  since: effectiveAt,
  projects: {
    ...(state.phase === 'published' ? state.projects : {}),
    ...(data.playbook.projects === undefined ? {} : { [data.version]: data.playbook.projects as Draft<ProjectRules> }),
  },
});
