import { type Ask, newCommandId, sha256 } from '@millrace/engine';
import { canonicalText, type Json } from '@millrace/kernel';
import { type Playbook, type PlaybookRefusal, playbookStream } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type Millrace, open, playbookKnown } from 'millrace';
import type { DatabaseFault, Failure } from './failure.js';

/** A playbook that is in force. */
export interface Published {
  readonly version: string;
  /** Whether it was published now, by us, and not before or by somebody else meanwhile. */
  readonly now: boolean;
}

/**
 * Publishes a playbook where none is in force; another one in force is not touched. `file` is the database's.
 *
 * The decision itself looks whether there is one, so of several that publish at once one does, and
 * each is then told by what is in force.
 */
export const publishPlaybook = async (
  { engine: { store } }: Pick<Millrace, 'engine'>,
  playbook: Playbook,
  { file, ...sender }: Pick<Ask, 'actor' | 'role' | 'effectiveAt'> & { readonly file: string },
): Promise<E.Either<Failure | DatabaseFault, Published>> => {
  const commandId = newCommandId();
  const opened = await open(store, { playbook, publisher: { ...sender, commandId } })();
  if (E.isLeft(opened)) {
    return opened.left.type === 'Refused'
      ? E.left({ type: 'PlaybookRefused', file, refusal: opened.left.refusal as PlaybookRefusal })
      : E.left(opened.left);
  }
  const inForce = await playbookKnown(store, undefined)();
  if (E.isLeft(inForce)) return inForce;
  if (inForce.right.phase !== 'published') throw new RangeError('a playbook was published');
  const { hash, version } = inForce.right;
  const wanted = sha256(canonicalText(playbook as unknown as Json));
  if (hash !== wanted) {
    return E.left({
      type: 'AnotherPlaybook',
      file,
      inForce: version,
      wanted: `${playbook.name}@${wanted.slice(0, 16)}`,
    });
  }
  const history = await opened.right.history(playbookStream)();
  if (E.isLeft(history)) return history;
  return E.right({ version, now: history.right.some(({ meta }) => meta.commandId === commandId) });
};
