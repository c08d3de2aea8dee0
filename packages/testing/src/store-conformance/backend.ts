import type { Clock } from '@millrace/engine';
import type { EventStore, Tenant } from '@millrace/kernel';

/** How the suite wants a backend opened. */
export interface OpenOptions {
  /** For stores whose `recordedAt` comes from the process; a server's store has a clock of its own. */
  readonly clock: Clock;
}

/** A way to change or delete what was written, behind the store's back. */
export interface Change {
  readonly name: string;
  /** Must reject: the database refuses. */
  readonly attempt: () => Promise<unknown>;
}

/** A store's database as the suite needs it: what is optional is demanded by a capability. */
export interface Backend {
  readonly tenant: (tenant: Tenant) => EventStore;
  /** May be called more than once. */
  readonly close: () => Promise<void>;
  /** Closes this backend and opens the same data again. Demanded by `durable`. */
  readonly reopen?: (options: OpenOptions) => Promise<Backend>;
  /** Opens the same data a second time, as another process would. Demanded by `sharedByProcesses`. */
  readonly second?: (options: OpenOptions) => Promise<Backend>;
  /** Tried on a database that holds events. Demanded by `refusesChange`. */
  readonly changes?: () => Promise<ReadonlyArray<Change>>;
  /** Holds every commit up until the function it gives is called, as a slow transaction elsewhere does. */
  readonly holdUp?: () => Promise<() => Promise<void>>;
}

/** Opens a backend that holds nothing yet, and shares nothing with others. */
export type OpenBackend = (options: OpenOptions) => Promise<Backend>;
