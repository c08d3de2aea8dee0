import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { folder } from './support/folder.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const cwd = process.cwd();

afterEach(() => {
  process.chdir(cwd);
  vi.restoreAllMocks();
});

test('the example of the README is the one that runs', async () => {
  const example = readFileSync(new URL('./readme/example.ts', import.meta.url), 'utf8');
  expect(/```ts\n(.*?)```/s.exec(readme)?.[1]).toBe(example);

  const printed = vi.spyOn(console, 'log').mockReturnValue();
  process.chdir(folder());
  await import('./readme/example.js');
  const receipt = { stream: 'customer-c1', firstRevision: 0, lastRevision: 0, position: 1, repeated: false };
  expect(printed.mock.calls).toEqual([
    [{ _tag: 'Right', right: [receipt] }],
    [1, 'customer-c1', 0],
    [{ type: 'Stopped' }],
  ]);
});

test('the README names every file of the source, and none that is not', () => {
  const src = fileURLToPath(new URL('../src', import.meta.url));
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const map = /```\nsrc\/\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const named = files.filter((name) => name !== 'index.ts').map((name) => /([a-z0-9-]+)\.ts$/.exec(name)?.[1] ?? name);
  expect(named.filter((name) => !map.includes(name) && name !== 'index')).toEqual([]);
  const paths = [...map.matchAll(/[a-z0-9-]+\.ts/g)].map(([name]) => name);
  expect(paths.filter((name) => !files.some((file) => file.endsWith(name)))).toEqual([]);
});
