import type { Engine } from '@millrace/engine';
import { type Envelope, kindOf, type StreamId } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { openAll, readStored } from '../stream.js';
import type { LogError } from './asking.js';

/** Every event of a stream, in order; none where there is no such stream. */
export const askHistory =
  ({ store, eventsOf }: Engine, stream: StreamId): TaskEither<LogError, ReadonlyArray<Envelope>> =>
  async () => {
    const stored = await readStored(store, stream)();
    return E.isLeft(stored) ? stored : openAll(stored.right, eventsOf.get(kindOf(stream)));
  };
