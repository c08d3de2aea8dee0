import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

/** An error of the engine as something that can be thrown; `reason` is the typed one. */
export class MillraceError<Reason extends { readonly type: string } = { readonly type: string }> extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super(`${reason.type}: ${JSON.stringify(reason, plainly)}`);
    this.name = 'MillraceError';
    this.reason = reason;
  }
}

const plainly = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** Runs a `TaskEither` as a promise: for callers who do not use fp-ts. Rejects with a {@link MillraceError}. */
export const run = async <Reason extends { readonly type: string }, A>(task: TaskEither<Reason, A>): Promise<A> => {
  const result = await task();
  if (E.isRight(result)) return result.right;
  throw new MillraceError(result.left);
};
