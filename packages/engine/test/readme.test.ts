import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';

test('the example of the README runs and does what its comments say', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const example = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const folder = fileURLToPath(new URL('../../../node_modules/.cache/millrace-readme/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}engine.ts`, example);

  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await import(/* @vite-ignore */ `${folder}engine.ts`);
  const told = [...log.mock.calls];
  log.mockRestore();

  const receipt = { stream: 'customer-c1', firstRevision: 0, lastRevision: 0, position: 2 };
  expect(told).toMatchObject([
    [
      { right: { type: 'Recorded', receipt } },
      { right: { type: 'RecordedBefore', receipt } },
      { left: { type: 'Refused', refusal: { type: 'ProspectNotAccepted', status: 'pending' } } },
    ],
    [[{ right: { type: 'Recorded' } }, { right: { type: 'Recorded', receipt: { position: 5 } } }], {}],
  ]);
  expect(JSON.stringify(told[1]?.[1])).toContain('ada');
});
