import { type Ask, sha256 } from '@millrace/engine';
import { canonicalText, type Json } from '@millrace/kernel';
import type { Playbook, PlaybookRefusal } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type Millrace, playbookKnown } from 'millrace';
import type { DatabaseFault, Failure } from './failure.js';

/** A playbook that is in force. */
export interface Published {
  readonly version: string;
  /** Whether it was published now, and not before. */
  readonly now: boolean;
}

/** Publishes a playbook where none is in force; another one in force is not touched. `file` is the database's. */
export const publishPlaybook = async (
  { engine, execute }: Millrace,
  playbook: Playbook,
  { file, ...sender }: Pick<Ask, 'actor' | 'role' | 'effectiveAt'> & { readonly file: string },
): Promise<E.Either<Failure | DatabaseFault, Published>> => {
  const inForce = await playbookKnown(engine.store, undefined)();
  if (E.isLeft(inForce)) return inForce;
  const hash = sha256(canonicalText(playbook as unknown as Json));
  const wanted = `${playbook.name}@${hash.slice(0, 16)}`;
  if (inForce.right.phase === 'published') {
    const { version } = inForce.right;
    return inForce.right.hash === hash
      ? E.right({ version, now: false })
      : E.left({ type: 'AnotherPlaybook', file, inForce: version, wanted });
  }
  const outcome = await execute({ type: 'PublishPlaybook', playbook }, sender)();
  if (E.isRight(outcome)) return E.right({ version: wanted, now: outcome.right.type === 'Recorded' });
  if (outcome.left.type !== 'Refused') return E.left(outcome.left);
  return E.left({ type: 'PlaybookRefused', file, refusal: outcome.left.refusal as PlaybookRefusal });
};
