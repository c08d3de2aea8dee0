import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

test('the example in the README runs, and prints what it says', async () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(path('../README.md'), 'utf8')) ?? [];
  const folder = path('../../../node_modules/.cache/millrace-readme');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/sales.ts`, code);

  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import(/* @vite-ignore */ pathToFileURL(`${folder}/sales.ts`).href);
  const printed = print.mock.calls.map(([line]) => line);
  print.mockRestore();

  const said = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line);
  expect(said).toHaveLength(7);
  expect(printed).toEqual(said);
});
