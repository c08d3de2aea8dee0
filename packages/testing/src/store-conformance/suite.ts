import assert from 'node:assert/strict';
import type { Clock } from '@millrace/engine';
import type { Capabilities, EventStore, Instant, Tenant } from '@millrace/kernel';
import type { Backend, OpenBackend } from './backend.js';
import { within } from './within.js';

/** A guarantee as a case of any test runner: `run` rejects where the store does not keep it. */
export interface StoreCase {
  /** The title, ids included. */
  readonly name: string;
  readonly ids: ReadonlyArray<string>;
  readonly run: () => Promise<void>;
}

export interface ConformanceOptions {
  /** Random sequences against the model; 100 when left out. */
  readonly runs?: number;
  /** Makes the same sequences again; a failed run prints its own. */
  readonly seed?: number;
  /** How long a case waits for what must come; 10,000 when left out. @units milliseconds */
  readonly deadlineMs?: number;
}

/** What a case works with: a backend of its own, closed after it with everything opened beside it. */
export interface Trial {
  readonly backend: Backend;
  /** The store of the tenant that most cases need no other beside. */
  readonly store: EventStore;
  readonly deadlineMs: number;
  readonly reopen: (clock?: Clock) => Promise<Backend>;
  readonly second: (clock?: Clock) => Promise<Backend>;
}

/** What the groups of cases are made with. */
export interface Suite {
  readonly capabilities: Capabilities;
  /** For fast-check. */
  readonly random: { readonly numRuns: number; readonly seed?: number };
  readonly it: (title: string, ids: ReadonlyArray<string>, body: (trial: Trial) => Promise<void>) => StoreCase;
  /** The same, on a clock of the case's own. */
  readonly onClock: (clock: Clock) => Suite['it'];
}

/** Cases of one subject. */
export type Group = (suite: Suite) => ReadonlyArray<StoreCase>;

export const ACME = 'acme' as Tenant;

/** A second a call, from the first of January 2030. */
const ticking = (): Clock => {
  let ticks = 0;
  return () => new Date(Date.UTC(2030, 0, 1) + 1_000 * ticks++).toISOString() as Instant;
};

/** Makes the {@link Suite} over a kind of backend. */
export const suiteOf = (
  open: OpenBackend,
  capabilities: Capabilities,
  { runs = 100, seed, deadlineMs = 10_000 }: ConformanceOptions,
): Suite => {
  const tried = async (clock: Clock, body: (trial: Trial) => Promise<void>): Promise<void> => {
    const backend = await open({ clock });
    const opened = [backend];
    let current = backend;
    const keep = async (another: Promise<Backend> | undefined, missing: string): Promise<Backend> => {
      const kept = (await another) ?? assert.fail(missing);
      opened.push(kept);
      return kept;
    };
    const trial: Trial = {
      backend,
      store: backend.tenant(ACME),
      deadlineMs,
      reopen: async (own = clock) => {
        current = await keep(
          current.reopen?.({ clock: own }),
          'what is durable can be opened again: `reopen` is missing',
        );
        return current;
      },
      second: (own = clock) =>
        keep(current.second?.({ clock: own }), 'what is shared can be opened twice: `second` is missing'),
    };
    try {
      await within(deadlineMs * 5, 'the case to end', body(trial));
    } finally {
      await within(deadlineMs, 'the backends to close', Promise.all(opened.map(({ close }) => close())));
    }
  };
  const onClock =
    (clock: Clock): Suite['it'] =>
    (title, ids, body) => ({ name: [title, ...ids].join(' '), ids, run: () => tried(clock, body) });

  return {
    capabilities,
    random: { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
    it: (title, ids, body) => onClock(ticking())(title, ids, body),
    onClock,
  };
};
