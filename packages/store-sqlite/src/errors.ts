import type { ReadError } from '@millrace/kernel';

/** Why a database could not be opened. */
export type OpenError =
  | { readonly type: 'NodeTooOld'; readonly version: string; readonly message: string }
  | { readonly type: 'FileMissing'; readonly file: string }
  | { readonly type: 'NotAMillraceDatabase'; readonly file: string; readonly message: string }
  | { readonly type: 'NewerSchema'; readonly file: string; readonly schema: number; readonly newest: number }
  | { readonly type: 'DatabaseLocked'; readonly file: string; readonly message: string }
  | { readonly type: 'CannotOpen'; readonly file: string; readonly message: string };

/** SQLite's own code of an error, `SQLITE_BUSY` for one; empty for any other error. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether somebody else holds the database and asking again may help. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/** Whether the file itself is broken or no database at all. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));

/** An error of SQLite as one of the port. */
export const readError = (error: unknown): ReadError => {
  const message = error instanceof Error ? error.message : String(error);
  if (isDamage(error)) return { type: 'StoreDamaged', message };
  if (message === 'The database connection is not open') return { type: 'Unavailable', reason: 'closed', message };
  return { type: 'Unavailable', reason: isBusy(error) ? 'locked' : 'failed', message };
};
