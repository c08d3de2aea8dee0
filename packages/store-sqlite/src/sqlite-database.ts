import type { EventStore, Tenant } from '@millrace/kernel';

/** An open database and the tenants in it. */
export interface SqliteDatabase {
  readonly tenant: (tenant: Tenant) => EventStore;
  /**
   * Writes what was accepted, ends subscriptions and closes the file.
   *
   * A subscription ends when its batch under way is handled, so never wait for this inside a handler.
   */
  readonly close: () => Promise<void>;
}
