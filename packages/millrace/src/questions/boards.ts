import { type Clock, type Engine, sha256 } from '@millrace/engine';
import type { Instant, Position } from '@millrace/kernel';
import { type BoardError, frozenBoard, funnelOf, isAsShown, publicationsView, type Shown } from '@millrace/projections';
import type { BoardDefinition } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { documentsOf, type LogError, type Reading } from './asking.js';
import type { NoPlaybookPublished } from './defined.js';
import { readBoard } from './leaderboard.js';
import { rulesAt } from './ruled.js';

/** A board that was shown, and whether it is still what is derived. */
export interface CheckedBoard extends Shown {
  readonly board: string;
  readonly definition: BoardDefinition;
  /** Derived again as of and as known then, its rows are the same. @source LDB-7 */
  readonly agrees: boolean;
}

/** Derives every published board again, each as it was shown, corrections included. @source ORG-45, LDB-7 */
export const checkBoards =
  (
    engine: Engine,
    reading: Reading,
    clock: Clock,
  ): TaskEither<LogError | NoPlaybookPublished | BoardError, ReadonlyArray<CheckedBoard>> =>
  async () => {
    const published = await documentsOf(engine, publicationsView, reading, clock)();
    if (E.isLeft(published)) return published;
    const checked: Array<CheckedBoard> = [];
    for (const [board, { definition, shown }] of published.right.documents) {
      if (definition === null) continue;
      for (const one of shown) {
        const agrees = await isDerived(engine, definition, one)();
        if (E.isLeft(agrees)) return agrees;
        checked.push({ board, definition, ...one, agrees: agrees.right });
      }
    }
    return E.right(checked);
  };

const isDerived =
  (
    engine: Engine,
    definition: BoardDefinition,
    shown: Shown,
  ): TaskEither<LogError | NoPlaybookPublished | BoardError, boolean> =>
  async () => {
    const position = shown.knownAt as Position;
    const read = await readBoard(engine, { knownAt: { position } })();
    if (E.isLeft(read)) return read;
    const rules = await rulesAt(engine, position)();
    if (E.isLeft(rules)) return rules;
    const { playbook } = rules.right;
    const question = {
      definition,
      asOf: shown.asOf as Instant,
      currency: playbook.currency,
      funnel: funnelOf(playbook),
    };
    const derived = frozenBoard(read.right.documents, question, sha256);
    return E.isLeft(derived) ? derived : E.right(isAsShown(shown, derived.right));
  };
