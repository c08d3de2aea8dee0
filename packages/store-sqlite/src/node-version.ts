import type { OpenError } from './errors.js';

/** What to say to a Node that better-sqlite3 crashes on; nothing to one that will do. */
export const nodeTooOld = (version: string): OpenError | undefined => {
  if (Number.parseInt(version, 10) >= 22) return undefined;
  const message = `better-sqlite3 needs Node 22 or newer and crashes on older ones; this is Node ${version}`;
  return { type: 'NodeTooOld', version, message };
};
