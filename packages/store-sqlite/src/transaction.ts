import type { Clock } from '@millrace/engine';
import { type AppendError, later } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import { isBusy, messageOf, readError } from './errors.js';
import type { Answer, Waiting } from './group.js';
import { judge } from './operations/append.js';
import { lastRecordedReader } from './operations/last-recorded.js';

/** What became of a transaction. */
export type Outcome =
  | { readonly type: 'Committed'; readonly answers: ReadonlyArray<Answer> }
  /** Another process is writing; nothing was written. */
  | { readonly type: 'Locked'; readonly error: AppendError }
  /** Nothing was written. */
  | { readonly type: 'RolledBack'; readonly error: AppendError }
  /** The commit itself failed: nobody knows what reached the disk. */
  | { readonly type: 'Unknown'; readonly message: string };

/** Prepares the writing of several appends in one transaction, each with its own receipt or conflict. */
export const transactionOf = (
  db: Database,
  { clock, durability }: { readonly clock: Clock; readonly durability: 'full' | 'normal' },
): ((group: ReadonlyArray<Pick<Waiting, 'tenant' | 'request'>>) => Outcome) => {
  const decide = judge(db);
  const lastRecorded = lastRecordedReader(db);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  let isDurable = false;

  /** Everything that belongs to the transaction after its events were written; the seal has its place here. */
  const end = (): void => {
    if (!isDurable) assertDurability(db, durability);
    isDurable = true;
  };

  /** What an error means: whether the commit was under way, and whether the transaction could be undone. */
  const failed = (error: unknown, committing: boolean): Outcome => {
    try {
      if (db.inTransaction) rollback.run();
    } catch (another) {
      return { type: 'Unknown', message: messageOf(another) };
    }
    if (isBusy(error)) return { type: 'Locked', error: readError(error) };
    return committing
      ? { type: 'Unknown', message: messageOf(error) }
      : { type: 'RolledBack', error: readError(error) };
  };

  return (group) => {
    let committing = false;
    try {
      begin.run();
      const [last, now] = [lastRecorded(), clock()];
      const recordedAt = last === undefined ? now : later(last, now);
      const answers = group.map(({ tenant, request }) => decide(tenant, request, recordedAt));
      end();
      committing = true;
      commit.run();
      return { type: 'Committed', answers };
    } catch (error) {
      return failed(error, committing);
    }
  };
};

/**
 * SQLite reads `synchronous` as FULL until the first write, and as NORMAL from then on, where nobody
 * set it: so it is looked at again once something was written, before anything is acknowledged.
 *
 * @source stores.md section 2
 */
const assertDurability = (db: Database, durability: 'full' | 'normal'): void => {
  const [wanted, standing] = [durability === 'full' ? 2 : 1, db.pragma('synchronous', { simple: true })];
  if (standing !== wanted) throw new Error(`synchronous is ${standing} after the first write, not ${wanted}`);
};
