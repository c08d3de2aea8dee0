import { bell, type Pull } from '@millrace/engine';
import type { Database } from 'better-sqlite3';

/** How often a waiting subscription looks whether another process wrote. @units milliseconds */
const POLL = 25;

/** Tells waiting subscriptions that something was written, here or by another process. */
export interface News {
  /** Called after every commit of this process. */
  readonly ring: () => void;
  readonly mark: Pull['mark'];
}

/** News of this process by a bell; news of others by SQLite's count of their commits. */
export const newsOf = (db: Database): News => {
  const { ring, rings, after } = bell();
  return {
    ring,
    mark: () => {
      const [rung, version] = [rings(), dataVersion(db)];
      return async (signal) => {
        while (!signal.aborted && rings() === rung && dataVersion(db) === version) await after(rung, signal, POLL);
      };
    },
  };
};

/** Where it cannot be told, it is as good as changed: whoever reads then is told why. */
const dataVersion = (db: Database): unknown => {
  try {
    return db.pragma('data_version', { simple: true });
  } catch {
    return Symbol('unknown');
  }
};
