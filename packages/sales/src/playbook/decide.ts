import { type CommandOf, canonicalText, commandSet, type Json, type Moment, struct } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, unless } from '../checks.js';
import { type EffectiveBeforeLast, type EffectiveInFuture, notBefore, notInFuture } from '../dating.js';
import { type GovernanceRefusal, permitted } from '../governance/index.js';
import type { Person } from '../person/readable.js';
import { Playbook } from './document.js';
import type { PlaybookEvent } from './events.js';
import type { PlaybookState } from './evolve.js';
import type { PlaybookFault } from './faults.js';
import { checkPlaybook } from './policy.js';

const specs = {
  PublishPlaybook: struct({ playbook: Playbook }, {}, 'PublishPlaybook'),
};

/** Something that can be asked of an organisation's rules. */
export type PlaybookCommand = CommandOf<typeof specs>;
export const playbookCommands = commandSet(specs);

/** Why a playbook was not published. */
export type PlaybookRefusal = PlaybookFault | GovernanceRefusal | EffectiveInFuture | EffectiveBeforeLast<'playbook'>;

/** The moment, and the record of who asks, where it was read. */
export interface PlaybookContext extends Moment {
  readonly actorRecord?: Person | undefined;
}

/**
 * Publish a playbook; the one in force published again is already so.
 *
 * It is in force from its position on, for whatever is decided after it; its effective time says since
 * when the organisation has meant it, so it lies neither ahead nor before that of the last one. Anyone
 * may publish the first; from then on, who the one in force permits to.
 *
 * @source design.md decisions 7 and 11
 */
export const decide = (
  { type, playbook }: PlaybookCommand,
  state: PlaybookState,
  context: PlaybookContext,
): E.Either<PlaybookRefusal, ReadonlyArray<PlaybookEvent>> => {
  const hash = context.sha256(canonicalText(playbook as unknown as Json));
  const before = state.phase === 'published' ? state : undefined;
  if (before?.hash === hash) return E.right([]);
  return unless<PlaybookRefusal, PlaybookEvent>(
    [
      notInFuture(context),
      before === undefined ? ok : permitted(type, context, before.playbook.permissions, context.actorRecord),
      before === undefined ? ok : notBefore('playbook', before.since, context),
      checkPlaybook(playbook, before?.playbook),
    ],
    () => [
      {
        type: 'PlaybookPublished',
        data: { version: `${playbook.name}@${hash.slice(0, 16)}`, hash, playbook },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};
