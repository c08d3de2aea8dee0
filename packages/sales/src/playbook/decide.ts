import { type CommandOf, canonicalText, commandSet, type Json, type Moment, struct } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, unless } from '../checks.js';
import { type EffectiveBeforeLast, type EffectiveInFuture, notBefore, notInFuture } from '../dating.js';
import { Playbook } from './document.js';
import type { PlaybookEvent } from './events.js';
import type { PlaybookState } from './evolve.js';
import type { PlaybookFault } from './faults.js';
import { checkPlaybook } from './policy.js';

const specs = {
  PublishPlaybook: struct({ playbook: Playbook }, {}, 'PublishPlaybook'),
};

export type PlaybookCommand = CommandOf<typeof specs>;
export const playbookCommands = commandSet(specs);

export type PlaybookRefusal = PlaybookFault | EffectiveInFuture | EffectiveBeforeLast<'playbook'>;

/**
 * Publish a playbook; the one in force published again is already so.
 *
 * It is in force from its position on, for whatever is decided after it; its effective time says since
 * when the organisation has meant it, so it lies neither ahead nor before that of the last one.
 *
 * @source design.md decisions 7 and 11
 */
export const decide = (
  { playbook }: PlaybookCommand,
  state: PlaybookState,
  context: Moment,
): E.Either<PlaybookRefusal, ReadonlyArray<PlaybookEvent>> => {
  const hash = context.sha256(canonicalText(playbook as unknown as Json));
  const before = state.phase === 'published' ? state : undefined;
  if (before?.hash === hash) return E.right([]);
  return unless<PlaybookRefusal, PlaybookEvent>(
    [
      notInFuture(context),
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
