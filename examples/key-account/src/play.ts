import { type Clock, commandIdOf, sha256 } from '@millrace/engine';
import { canonicalText, type EventStore, type Instant, type Json } from '@millrace/kernel';
import { keyAccount } from '@millrace/sales';
import { type Millrace, MillraceError, open, playbookKnown, run } from 'millrace';
import type { Seen, Step } from './step.js';
import { story } from './story/index.js';

/** Changes with anything that changes a command of the story. */
const EDITION = 'key-account-1';

const [{ at: BEGINNING }] = story as readonly [Step];

/** The time of the story: what happens is recorded when it happens. */
export interface StoryClock {
  readonly now: Clock;
  readonly set: (at: Instant) => void;
}

export const storyClock = (): StoryClock => {
  let at = BEGINNING;
  return {
    now: () => at,
    set: (next) => {
      at = next;
    },
  };
};

/** What came of playing it: events recorded now, and by an earlier play. */
export interface Played {
  readonly millrace: Millrace;
  readonly recorded: number;
  readonly before: number;
}

/**
 * Plays the story in a store whose clock is that of the story; played again it records nothing.
 *
 * @throws MillraceError where the rules refuse a step, or the store fails
 */
export const play = async (store: EventStore, { now, set }: StoryClock): Promise<Played> => {
  set(BEGINNING);
  const publisher = { actor: 'operator', role: 'operator', effectiveAt: BEGINNING };
  const millrace = await run(open(store, { playbook: keyAccount, publisher, clock: now }));
  await mustFollow(store);
  const revisions = new Map<string, number>();
  const seen: Seen = (name) => {
    const revision = revisions.get(name);
    if (revision === undefined) throw new RangeError(`nothing was called ${name} yet`);
    return { revision };
  };
  const counts = { recorded: 0, before: 0 };
  for (const [i, { at, actor, role, command, name }] of story.entries()) {
    set(at);
    const asked = typeof command === 'function' ? command(seen) : command;
    const sender = { actor, role, effectiveAt: at, commandId: commandIdOf(EDITION, i) };
    const outcome = await run(millrace.execute(asked, sender));
    if (outcome.type === 'AlreadySo') throw new RangeError(`step ${i}, ${asked.type}, asked for what is so`);
    counts[outcome.type === 'Recorded' ? 'recorded' : 'before'] += outcome.events.length;
    const [first] = outcome.events;
    if (name !== undefined && first !== undefined) revisions.set(name, first.revision);
  }
  return { millrace, ...counts };
};

/** A store that follows another playbook is left as it is. */
const mustFollow = async (store: EventStore): Promise<void> => {
  const rules = await run(playbookKnown(store, undefined));
  const hash = sha256(canonicalText(keyAccount as unknown as Json));
  if (rules.phase === 'published' && rules.hash === hash) return;
  const inForce = rules.phase === 'published' ? rules.version : '';
  throw new MillraceError({ type: 'AnotherPlaybook', inForce, wanted: `${keyAccount.name}@${hash.slice(0, 16)}` });
};
