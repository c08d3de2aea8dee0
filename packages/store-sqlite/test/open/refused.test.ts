import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '@millrace/store-sqlite';
import Sqlite from 'better-sqlite3';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { modes, ours } from '../support/files.js';
import { folder } from '../support/folder.js';
import { bad } from '../support/unopenable.js';

/** Everything under a folder, byte for byte. */
const contents = (path: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(path, { withFileTypes: true }).map((entry) => [
      entry.name,
      entry.isFile() ? readFileSync(join(path, entry.name), 'hex') : 'folder',
    ]),
  );

describe('what cannot be opened is named, and left as it was REL-10', () => {
  for (const { title, modes: tried, make, error } of bad) {
    for (const mode of tried) {
      test(`${title}, mode ${mode}`, async () => {
        const path = folder();
        const file = await make(path);
        const before = contents(path);
        expect(await openSqlite({ file, mode })()).toEqual(E.left({ file, ...error }));
        expect(contents(path)).toEqual(before);
      });
    }
  }
});

test.each(modes)('what only the write-ahead log tells is found through the connection, mode %s', async (mode) => {
  const file = await ours(folder());
  const newer = new Sqlite(file);
  onTestFinished(() => {
    newer.close();
  });
  newer.pragma('user_version = 99');
  const before = readFileSync(file, 'hex');
  expect(await openSqlite({ file, mode })()).toEqual(E.left({ type: 'NewerSchema', file, schema: 99, newest: 1 }));
  expect(readFileSync(file, 'hex')).toBe(before);
});
