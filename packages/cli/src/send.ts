import type { Ask, Engine, ExecuteError, Outcome } from '@millrace/engine';
import * as E from 'fp-ts/lib/Either.js';
import type { Progress } from './render/progress.js';

/** Commands sent together: their appends may share transactions. */
const BATCH = 256;

/** What a command came to. */
export interface Sent<A extends Ask> {
  readonly ask: A;
  readonly answer: E.Either<RowError, Outcome>;
}

/** Errors that say something of the command alone: the next one may well succeed. */
export type RowError = Extract<
  ExecuteError,
  { readonly type: 'Refused' | 'InvalidCommand' | 'InvalidAsk' | 'CommandReused' | 'AppendRefused' | EncodeFault }
>;

type EncodeFault = 'EventTooLarge' | 'NotJson';

/** Errors that stop everything: of the database, not of a command. */
export type StoreFault = Exclude<ExecuteError, RowError>;

/** Sends commands in order, some at a time, and tells of each; the first fault of the store ends it. */
export const sendAll = async <A extends Ask>(
  engine: Engine,
  asks: ReadonlyArray<A>,
  onSent: (sent: Sent<A>) => void,
  progress: Progress,
): Promise<E.Either<StoreFault, undefined>> => {
  try {
    for (let from = 0; from < asks.length; from += BATCH) {
      const batch = asks.slice(from, from + BATCH);
      const answers = await engine.executeAll(batch)();
      for (const [i, ask] of batch.entries()) {
        const answer = answers[i];
        if (answer === undefined) throw new RangeError('every ask has an answer');
        if (E.isLeft(answer) && !isRowError(answer.left)) return E.left(answer.left);
        onSent({ ask, answer: answer as E.Either<RowError, Outcome> });
      }
      progress.at(from + batch.length);
    }
    return E.right(undefined);
  } finally {
    progress.end();
  }
};

const ROW_ERRORS: ReadonlySet<string> = new Set<RowError['type']>([
  'Refused',
  'InvalidCommand',
  'InvalidAsk',
  'CommandReused',
  'AppendRefused',
  'EventTooLarge',
  'NotJson',
]);

const isRowError = (error: ExecuteError): error is RowError => ROW_ERRORS.has(error.type);
