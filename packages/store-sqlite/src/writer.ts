import type { Clock } from '@millrace/engine';
import { type Append, type AppendError, type Instant, later, type Receipt, type Tenant } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { isBusy, readError } from './errors.js';
import { judge } from './operations/append.js';
import { lastRecordedReader } from './operations/head.js';

type Answer = E.Either<AppendError, ReadonlyArray<Receipt>>;

interface Waiting {
  readonly tenant: Tenant;
  readonly request: Append;
  readonly answer: (answer: Answer) => void;
  readonly since: number;
}

/** Appends to the database, in the order of the calls, those that wait together in one transaction. */
export interface Writer {
  readonly append: (tenant: Tenant, request: Append) => Promise<Answer>;
  /** Refuses what comes after it and settles when everything before it is written. */
  readonly close: () => Promise<void>;
}

const MAX_GROUP = 256;
const MAX_GROUP_BYTES = 4 * 1_048_576;
const RETRY_MILLIS = 10;

/**
 * Group commit: one transaction for all appends that wait, each with its own receipt or conflict,
 * none acknowledged before the commit.
 *
 * @source performance.md "Group commit", stores.md section 2
 */
export const writer = (
  db: Database,
  options: { readonly clock: Clock; readonly lockTimeoutMs: number; readonly onWritten: () => void },
): Writer => {
  const decide = judge(db);
  const lastRecorded = lastRecordedReader(db);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const rollback = db.prepare('ROLLBACK');
  const queue: Array<Waiting> = [];
  let scheduled = false;
  let closed = false;
  let poisoned: string | undefined;
  let idle: (() => void) | undefined;

  /** Everything that belongs to a group's transaction after its events were written; the seal has its place here. */
  const endTransaction = (): void => {
    commit.run();
  };

  const writeGroup = (group: ReadonlyArray<Waiting>): ReadonlyArray<Answer> => {
    begin.run();
    let committing = false;
    try {
      const recordedAt = nextInstant(lastRecorded(), options.clock());
      const answers = group.map(({ tenant, request }): Answer => decide(tenant, request, recordedAt));
      committing = true;
      endTransaction();
      return answers;
    } catch (error) {
      if (db.inTransaction) rollback.run();
      if (committing && !isBusy(error)) throw new CommitFailed(error);
      throw error;
    }
  };

  const settle = (group: ReadonlyArray<Waiting>): void => {
    try {
      writeGroup(group).forEach((answer, i) => {
        group[i]?.answer(answer);
      });
      options.onWritten();
    } catch (error) {
      if (isBusy(error)) return retryLater(group, error);
      if (error instanceof CommitFailed) return poison(group, error);
      if (group.length > 1) {
        for (const one of group) settle([one]);
        return;
      }
      group[0]?.answer(E.left(readError(error)));
    }
  };

  /** Somebody else is writing: wait without blocking the loop, until the oldest has waited too long. */
  const retryLater = (group: ReadonlyArray<Waiting>, error: unknown): void => {
    const now = performance.now();
    const patient = group.filter(({ since }) => now - since < options.lockTimeoutMs);
    for (const one of group) if (!patient.includes(one)) one.answer(E.left(readError(error)));
    queue.unshift(...patient);
  };

  /** After a failed commit nobody knows what reached the disk: nothing more is acknowledged by this handle. */
  const poison = (group: ReadonlyArray<Waiting>, { cause }: CommitFailed): void => {
    poisoned = cause instanceof Error ? cause.message : String(cause);
    for (const one of group) one.answer(E.left({ type: 'OutcomeUnknown', message: poisoned }));
  };

  const flush = (): void => {
    scheduled = false;
    const before = queue.length;
    const group = nextGroup(queue);
    if (group.length > 0) {
      if (poisoned === undefined) settle(group);
      else {
        const message = `an earlier commit failed, reopen the database: ${poisoned}`;
        for (const one of group) one.answer(E.left({ type: 'Unavailable', reason: 'failed', message }));
      }
    }
    if (queue.length === 0) return idle?.();
    schedule(queue.length >= before ? RETRY_MILLIS : 0);
  };

  const schedule = (millis: number): void => {
    if (scheduled) return;
    scheduled = true;
    if (millis > 0) setTimeout(flush, millis);
    else setImmediate(flush);
  };

  return {
    append: (tenant, request) =>
      new Promise((answer) => {
        if (closed) return answer(E.left({ type: 'Unavailable', reason: 'closed', message: 'the store was closed' }));
        queue.push({ tenant, request, answer, since: performance.now() });
        schedule(0);
      }),
    close: () => {
      closed = true;
      return new Promise((resolve) => {
        if (queue.length === 0) return resolve();
        idle = resolve;
      });
    },
  };
};

class CommitFailed extends Error {
  constructor(cause: unknown) {
    super('the commit failed', { cause });
  }
}

const nextInstant = (last: Instant | undefined, now: Instant): Instant => (last === undefined ? now : later(last, now));

const nextGroup = (queue: Array<Waiting>): ReadonlyArray<Waiting> => {
  let bytes = 0;
  let size = 0;
  while (size < queue.length && size < MAX_GROUP && (size === 0 || bytes < MAX_GROUP_BYTES)) {
    for (const { events } of queue[size]?.request.writes ?? []) for (const event of events) bytes += event.bytes;
    size += 1;
  }
  return queue.splice(0, size);
};
