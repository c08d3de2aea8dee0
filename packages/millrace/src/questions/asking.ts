import {
  type AnyView,
  type Clock,
  type DocumentsOf,
  type Engine,
  type KnownAt,
  type Projection,
  projectLog,
} from '@millrace/engine';
import type { CorruptHistory, Instant, Position, ReadError } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';

/** How much of the log a question is answered from. */
export interface Reading {
  /** Everything recorded, when left out. */
  readonly knownAt?: KnownAt;
  /** Called as events are read, with their number so far. */
  readonly onProgress?: (events: number) => void;
}

/** As of which effective time, and as known at which position or time of recording. */
export interface Asking extends Reading {
  /** Now, when left out. Of a time to come the answer is what will be if nothing happens until then. */
  readonly asOf?: Instant;
}

/** What every answer says of itself. */
export interface Answered {
  readonly asOf: Instant;
  /** Position of the last event that was known. */
  readonly knownAt: Position;
}

/** Why the log could not be read. */
export type LogError = ReadError | CorruptHistory;

/** Shows what is known of the log to views. */
export const readInto = <Views extends { readonly [name: string]: AnyView }>(
  { store, eventsOf }: Engine,
  views: Views,
  { knownAt, onProgress }: Reading,
): TaskEither<LogError, Projection<Views>> =>
  projectLog({
    store,
    eventsOf,
    views,
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });

/** Shows what is known of the log to one view; gives its documents, and what the answer says of itself. */
export const documentsOf =
  <View extends AnyView>(
    engine: Engine,
    view: View,
    asking: Asking,
    clock: Clock,
  ): TaskEither<LogError, Answered & { readonly documents: DocumentsOf<View> }> =>
  async () => {
    const shown = await readInto(engine, { view }, asking)();
    if (E.isLeft(shown)) return shown;
    const { documents, position: knownAt } = shown.right;
    return E.right({ asOf: asking.asOf ?? clock(), knownAt, documents: documents.view });
  };
