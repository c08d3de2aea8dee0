import { storeConformance } from '@millrace/testing';
import { describe, expect, test } from 'vitest';
import { everything } from './backend.js';
import { brokenAppends } from './broken/appends.js';
import { brokenBackends } from './broken/backends.js';
import type { Broken } from './broken/broken.js';
import { brokenReads } from './broken/reads.js';
import { brokenSubscriptions } from './broken/subscriptions.js';

/** The name of the first case, of those that carry the id of the broken promise, that a store fails. */
const firstFailure = async ({ open, id }: Broken): Promise<string | undefined> => {
  for (const { name, ids, run } of storeConformance(open, everything, { runs: 30, deadlineMs: 250 })) {
    if (id === '' ? ids.length > 0 : !ids.includes(id)) continue;
    try {
      await run();
    } catch {
      return name;
    }
  }
  return undefined;
};

describe('a store that breaks one promise fails a case that names it', () => {
  for (const broken of [...brokenAppends, ...brokenReads, ...brokenSubscriptions, ...brokenBackends]) {
    test(`a store that ${broken.name} ${broken.id}`.trimEnd(), async () => {
      expect(await firstFailure(broken)).toBeDefined();
    });
  }
});
