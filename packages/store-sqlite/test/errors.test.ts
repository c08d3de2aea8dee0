import { describe, expect, test } from 'vitest';
import { isBusy, openError, readError } from '../src/errors.js';
import { sqliteError } from './support/faulty.js';

describe('an error, as one of the port', () => {
  test.each([
    [sqliteError('SQLITE_BUSY'), { type: 'Unavailable', reason: 'locked', message: 'the disk says SQLITE_BUSY' }],
    [sqliteError('SQLITE_FULL'), { type: 'Unavailable', reason: 'failed', message: 'the disk says SQLITE_FULL' }],
    [sqliteError('SQLITE_CORRUPT_INDEX'), { type: 'StoreDamaged', message: 'the disk says SQLITE_CORRUPT_INDEX' }],
    [new Error('SQLITE_BUSY'), { type: 'Unavailable', reason: 'failed', message: 'SQLITE_BUSY' }],
    [Object.assign(new Error('odd'), { code: 7 }), { type: 'Unavailable', reason: 'failed', message: 'odd' }],
    ['no error at all', { type: 'Unavailable', reason: 'failed', message: 'no error at all' }],
  ])('%s', (error, left) => {
    expect(readError(error)).toEqual(left);
    expect(isBusy(error)).toBe('reason' in left && left.reason === 'locked');
  });
});

describe('an error while a database is opened', () => {
  test.each([
    ['SQLITE_LOCKED', 'DatabaseLocked'],
    ['SQLITE_NOTADB', 'NotAMillraceDatabase'],
    ['SQLITE_CORRUPT', 'StoreDamaged'],
    ['SQLITE_CANTOPEN', 'CannotOpen'],
  ])('%s: %s', (code, type) => {
    expect(openError('a.sqlite', sqliteError(code))).toEqual({
      type,
      file: 'a.sqlite',
      message: `the disk says ${code}`,
    });
  });
});
