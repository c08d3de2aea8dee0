import { readFileSync } from 'node:fs';
import { storeConformance } from '@millrace/testing';
import { expect, test, vi } from 'vitest';
import { everything, memoryBackend } from './store-conformance/backend.js';

test('the example of the README is the one that runs', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = readFileSync(new URL('./readme/example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const printed = vi.spyOn(console, 'log').mockReturnValue();
  await import('./readme/example.js');
  const names = printed.mock.calls.map(([name]) => name);
  printed.mockRestore();
  expect(names).toContain('lamp: decide is pure LAW-2');
  const kept = storeConformance(memoryBackend(), {
    ...everything,
    durable: false,
    refusesChange: false,
    sharedByProcesses: false,
  });
  expect(names.slice(-kept.length)).toEqual(kept.map(({ name }) => name));
});
