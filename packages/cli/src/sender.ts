import * as E from 'fp-ts/lib/Either.js';
import type { Failure } from './failure.js';

/** Options of commands that write. */
export interface SenderOptions {
  readonly as?: string;
  readonly role?: string;
}

/** Who writes, and in which role: both stand in every event. */
export interface Writer {
  readonly actor: string;
  readonly role: string;
}

/** The system itself, where nobody is named. */
export const operator: Writer = { actor: 'operator', role: 'operator' };

/**
 * Who writes: `--as`, in the role that `--role` names; `otherwise` where neither is given.
 *
 * Whether a person may, and holds the role, is for the rules to say. @source trust.md REL-12
 */
export const writerOf = ({ as, role }: SenderOptions, otherwise: Writer = operator): E.Either<Failure, Writer> => {
  if (as === undefined && role === undefined) return E.right(otherwise);
  if (as === undefined)
    return E.left({ type: 'BadOption', option: '--role', expected: '--as PERSON --role ROLE', found: role ?? '' });
  if (role === undefined)
    return E.left({ type: 'BadOption', option: '--as', expected: '--as PERSON --role ROLE', found: as });
  return E.right({ actor: as, role });
};
