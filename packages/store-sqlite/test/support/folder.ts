import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for a test, removed after it. */
export const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'millrace-sqlite-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

/** The path of a database in a folder of its own, not yet made. */
export const newFile = (): string => join(folder(), 'test.sqlite');
