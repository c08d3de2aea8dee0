import { describe, expect, test } from 'vitest';
import { nodeTooOld } from '../src/node-version.js';

describe('a Node too old for better-sqlite3 is told so', () => {
  test.each(['20.19.0', '18.0.0', '21.7.3'])('%s', (version) => {
    expect(nodeTooOld(version)).toEqual({ type: 'NodeTooOld', version, message: expect.stringContaining(version) });
  });
  test.each(['22.0.0', '24.21.0', '100.0.0'])('%s is not', (version) => {
    expect(nodeTooOld(version)).toBeUndefined();
  });
});
