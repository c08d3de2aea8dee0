import type { ReadError, StoreDamaged } from '@millrace/kernel';

/** Why a database could not be opened. */
export type OpenError =
  | { readonly type: 'NodeTooOld'; readonly version: string; readonly message: string }
  | { readonly type: 'FileMissing'; readonly file: string }
  | { readonly type: 'NotAMillraceDatabase'; readonly file: string; readonly message: string }
  | { readonly type: 'NewerSchema'; readonly file: string; readonly schema: number; readonly newest: number }
  | { readonly type: 'DatabaseLocked'; readonly file: string; readonly message: string }
  | { readonly type: 'CannotOpen'; readonly file: string; readonly message: string }
  | (StoreDamaged & { readonly file: string });

/** An error of SQLite, or of the file system under it, while opening `file`. */
export const openError = (file: string, error: unknown): OpenError => {
  if (isBusy(error)) return { type: 'DatabaseLocked', file, message: messageOf(error) };
  if (codeOf(error) === 'SQLITE_NOTADB') return { type: 'NotAMillraceDatabase', file, message: messageOf(error) };
  if (isDamage(error)) return { type: 'StoreDamaged', file, message: messageOf(error) };
  return { type: 'CannotOpen', file, message: messageOf(error) };
};

/** An error of SQLite while reading or writing, as one of the port. */
export const readError = (error: unknown): ReadError => {
  const message = messageOf(error);
  if (isDamage(error)) return { type: 'StoreDamaged', message };
  return { type: 'Unavailable', reason: isBusy(error) ? 'locked' : 'failed', message };
};

/** What is asked of a database that was closed. */
export const closed: ReadError = { type: 'Unavailable', reason: 'closed', message: 'the database was closed' };

/** Whether another process holds the database and asking again may help. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));

/** The words of anything that can be thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));

/** SQLite's own code of an error, `SQLITE_BUSY` for one; empty for an error without a code. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
