import { type CommandOf, canonicalText, commandSet, type Json, type Moment, struct } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { Playbook } from './document.js';
import type { PlaybookEvent } from './events.js';
import type { PlaybookState } from './evolve.js';
import { checkPlaybook, type PlaybookFault } from './policy.js';

const specs = {
  PublishPlaybook: struct({ playbook: Playbook }, {}, 'PublishPlaybook'),
};

export type PlaybookCommand = CommandOf<typeof specs>;
export const playbookCommands = commandSet(specs);

export type PlaybookRefusal = PlaybookFault;

/** Publish a playbook; the one in force published again is already so. @source design.md decision 7 */
export const decide = (
  { playbook }: PlaybookCommand,
  state: PlaybookState,
  { effectiveAt, sha256 }: Moment,
): E.Either<PlaybookRefusal, ReadonlyArray<PlaybookEvent>> => {
  const hash = sha256(canonicalText(playbook as unknown as Json));
  if (state.phase === 'published' && state.hash === hash) return E.right([]);

  const before = state.phase === 'published' ? state.playbook : undefined;
  const checked = checkPlaybook(playbook, before);
  if (E.isLeft(checked)) return checked;

  const version = `${playbook.name}@${hash.slice(0, 16)}`;
  return E.right([{ type: 'PlaybookPublished', data: { version, hash, playbook }, effectiveAt }]);
};
