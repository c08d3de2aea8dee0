import * as E from 'fp-ts/lib/Either.js';
import { assert } from 'vitest';

/** What is right; a failed test where it is not. */
export const right = <A>(either: E.Either<unknown, A>): A =>
  E.isRight(either) ? either.right : assert.fail(`left: ${JSON.stringify(either.left)}`);

/** What is left; a failed test where all is right. */
export const left = <L>(either: E.Either<L, unknown>): L =>
  E.isLeft(either) ? either.left : assert.fail(`right: ${JSON.stringify(either.right)}`);
