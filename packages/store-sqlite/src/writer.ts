import type { Clock } from '@millrace/engine';
import type { Append, AppendError, Tenant } from '@millrace/kernel';
import type { Database } from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { closed } from './errors.js';
import { type Answer, takeGroup, type Waiting } from './group.js';
import { PAUSE } from './patience.js';
import { transactionOf } from './transaction.js';

/** Appends to the database, in the order of the calls, those that wait together in one transaction. */
export interface Writer {
  readonly append: (tenant: Tenant, request: Append) => Promise<Answer>;
  /** Refuses what comes after it and settles when everything before it is answered. */
  readonly close: () => Promise<void>;
}

export interface WriterOptions {
  readonly clock: Clock;
  readonly durability: 'full' | 'normal';
  readonly lockTimeoutMs: number;
  readonly onWritten: () => void;
}

/**
 * Group commit: one transaction for all appends that wait, each with its own receipt or conflict,
 * none acknowledged before the commit.
 *
 * @source performance.md "Group commit", stores.md section 2
 */
export const writerOf = (db: Database, options: WriterOptions): Writer => {
  const write = transactionOf(db, options);
  const queue: Array<Waiting> = [];
  let scheduled = false;
  let isClosed = false;
  let whenIdle: (() => void) | undefined;
  /** After a failed commit nothing more is acknowledged by this connection: the reason why. */
  let poisoned: AppendError | undefined;

  /** Answers a group, and gives back those that are to wait for another process's lock. */
  const settle = (group: ReadonlyArray<Waiting>): ReadonlyArray<Waiting> => {
    if (poisoned !== undefined) return answerAll(group, poisoned);
    const outcome = write(group);
    switch (outcome.type) {
      case 'Committed':
        for (const [i, answer] of outcome.answers.entries()) group[i]?.answer(answer);
        options.onWritten();
        return [];
      case 'Locked':
        return waitOn(group, outcome.error);
      case 'RolledBack':
        return group.length > 1 ? settleSingly(group) : answerAll(group, outcome.error);
      case 'Unknown': {
        const { message } = outcome;
        const reason = `a commit failed, open the database anew: ${message}`;
        poisoned = { type: 'Unavailable', reason: 'failed', message: reason };
        return answerAll(group, { type: 'OutcomeUnknown', message });
      }
    }
  };

  /** One append must not fail the others of its group. */
  const settleSingly = (group: ReadonlyArray<Waiting>): ReadonlyArray<Waiting> => {
    for (const [i, one] of group.entries()) {
      const waiting = settle([one]);
      if (waiting.length > 0) return [...waiting, ...group.slice(i + 1)];
    }
    return [];
  };

  const waitOn = (group: ReadonlyArray<Waiting>, error: AppendError): ReadonlyArray<Waiting> => {
    const oldest = performance.now() - options.lockTimeoutMs;
    answerAll(
      group.filter(({ since }) => since <= oldest),
      error,
    );
    return group.filter(({ since }) => since > oldest);
  };

  const flush = (): void => {
    scheduled = false;
    const waiting = settle(takeGroup(queue));
    queue.unshift(...waiting);
    if (queue.length > 0) schedule(waiting.length > 0 ? PAUSE : 0);
    else whenIdle?.();
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
        if (isClosed) return answer(E.left(closed));
        queue.push({ tenant, request, answer, since: performance.now() });
        schedule(0);
      }),
    close: () => {
      isClosed = true;
      return new Promise((resolve) => {
        if (queue.length === 0) resolve();
        else whenIdle = resolve;
      });
    },
  };
};

const answerAll = (group: ReadonlyArray<Waiting>, error: AppendError): ReadonlyArray<Waiting> => {
  for (const { answer } of group) answer(E.left(error));
  return [];
};
