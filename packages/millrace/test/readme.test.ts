import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';

/** Writes the first TypeScript block of the README to a file of its own, so that it can be imported. */
const example = (): URL => {
  const [, code] = /```ts\n(.*?)```/s.exec(readFileSync(new URL('../README.md', import.meta.url), 'utf8')) ?? [];
  const folder = new URL('../../../node_modules/.cache/millrace-readme/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL('millrace.ts', folder);
  writeFileSync(file, code ?? expect.unreachable('the README has an example'));
  return file;
};

test('the example of the README does what it says', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const table = vi.spyOn(console, 'table').mockImplementation(() => {});
  try {
    await import(example().href);
    expect(log.mock.calls).toEqual([[1]]);
    expect(table.mock.calls[0]?.[0]).toMatchObject([
      { id: 'prospect', reached: 1, current: 0 },
      { id: 'shopper', reached: 1, touched: 0, skipped: 1 },
      { id: 'buyer', reached: 1, touched: 1, current: 0 },
    ]);
  } finally {
    vi.restoreAllMocks();
  }
});
