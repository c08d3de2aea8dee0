import { type Ask, sha256 } from '@millrace/engine';
import { canonicalText, type Json } from '@millrace/kernel';
import type { Playbook } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type Millrace, playbookKnown } from 'millrace';
import type { Failure } from './failure.js';

/** Publishes a playbook where none is in force; another one in force is not touched. Gives the version. */
export const publishPlaybook = async (
  { engine, execute }: Millrace,
  playbook: Playbook,
  sender: Pick<Ask, 'actor' | 'role' | 'effectiveAt'>,
): Promise<E.Either<Failure, string>> => {
  const inForce = await playbookKnown(engine.store, undefined)();
  if (E.isLeft(inForce)) return inForce;
  const hash = sha256(canonicalText(playbook as unknown as Json));
  const wanted = `${playbook.name}@${hash.slice(0, 16)}`;
  if (inForce.right.phase === 'published') {
    const { version } = inForce.right;
    return inForce.right.hash === hash
      ? E.right(version)
      : E.left({ type: 'AnotherPlaybook', inForce: version, wanted });
  }
  const outcome = await execute({ type: 'PublishPlaybook', playbook }, sender)();
  if (E.isRight(outcome)) return E.right(wanted);
  return outcome.left.type === 'Refused'
    ? E.left({ type: 'PlaybookRefused', reason: JSON.stringify(outcome.left.refusal) })
    : E.left(outcome.left);
};
