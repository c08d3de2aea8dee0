import type { Clock, Engine } from '@millrace/engine';
import type { Position } from '@millrace/kernel';
import type { PlaybookInForce } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { playbookKnown } from '../known.js';
import type { Answered, Asking, LogError } from './asking.js';
import type { NoPlaybookPublished } from './defined.js';

/** The playbook in force at a position. */
export const rulesAt =
  ({ store }: Engine, position: Position): TaskEither<LogError | NoPlaybookPublished, PlaybookInForce> =>
  async () => {
    const known = await playbookKnown(store, { position })();
    if (E.isLeft(known)) return known;
    return known.right.phase === 'published' ? E.right(known.right) : E.left({ type: 'NoPlaybookPublished' });
  };

/** What an answer says of itself, with the playbook it was given under. */
export interface RuledAnswer extends Answered {
  /** Version of the playbook that was known. */
  readonly playbook: string;
}

/** The as-of time of a question: now, where none is given. */
export const asOfIn = ({ asOf }: Asking, clock: Clock) => asOf ?? clock();
