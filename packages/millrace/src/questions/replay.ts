import { type Engine, sha256 } from '@millrace/engine';
import { digestOf, type Position } from '@millrace/kernel';
import { views } from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type LogError, type Reading, readInto } from './asking.js';

/** A replay of the whole log into every view. */
export interface Replay {
  readonly events: number;
  /** Position of the last event that was known. */
  readonly knownAt: Position;
  /** A digest of each view's documents: equal histories have equal ones. @source metrics.md LOG-2 */
  readonly views: { readonly [name: string]: string };
}

/** Folds what is known of the log into every view and says what came of it. */
export const replayViews =
  (engine: Engine, asking: Reading): TaskEither<LogError, Replay> =>
  async () => {
    const shown = await readInto(engine, views, asking)();
    if (E.isLeft(shown)) return shown;
    const { documents, events, position: knownAt } = shown.right;
    const names = Object.keys(views) as ReadonlyArray<keyof typeof views>;
    const digests = names.map((name) => [name, digestOf<unknown>(views[name], documents[name], sha256)]);
    return E.right({ events, knownAt, views: Object.fromEntries(digests) });
  };
