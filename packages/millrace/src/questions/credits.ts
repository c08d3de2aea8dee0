import type { Clock, Engine } from '@millrace/engine';
import type { MoneyError } from '@millrace/kernel';
import {
  creditsView,
  type LatePosting,
  type LateQuestion,
  lateEntries,
  organisationView,
  type Reconciliation,
  type ReconciliationQuestion,
  reconciliation,
} from '@millrace/projections';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { type Answered, documentsOf, type LogError, type Reading, readInto } from './asking.js';

export interface LateAnswer extends Pick<Answered, 'knownAt'> {
  readonly entries: ReadonlyArray<LatePosting>;
}

/** What was dated back into a period that was cut off already, by whom, and where it is posted. @source PLG-11 */
export const askLateEntries =
  (engine: Engine, asking: LateQuestion & Reading, clock: Clock): TaskEither<LogError, LateAnswer> =>
  async () => {
    const shown = await documentsOf(engine, creditsView, asking, clock)();
    if (E.isLeft(shown)) return shown;
    const { documents, knownAt } = shown.right;
    return E.right({ knownAt, entries: lateEntries(documents, asking) });
  };

export interface ReconciliationAnswer extends Pick<Answered, 'knownAt'> {
  /** One for each currency. */
  readonly books: ReadonlyArray<Reconciliation>;
}

/** Credits by sale, by person and by unit, which come to the same. @source PLG-5, LDB-6 */
export const askReconciliation =
  (engine: Engine, asking: ReconciliationQuestion & Reading): TaskEither<LogError | MoneyError, ReconciliationAnswer> =>
  async () => {
    const shown = await readInto(engine, { credits: creditsView, organisation: organisationView }, asking)();
    if (E.isLeft(shown)) return shown;
    const books = reconciliation(shown.right.documents, asking);
    return E.isLeft(books) ? books : E.right({ knownAt: shown.right.position, books: books.right });
  };
