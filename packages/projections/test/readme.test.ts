import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entered, january, logOf, toShopper } from './support/log.js';

/** Writes the first TypeScript block of the README to a file of its own, so that it can be imported. */
const example = (): URL => {
  const [, code] = /```ts\n(.*?)```/s.exec(readFileSync(new URL('../README.md', import.meta.url), 'utf8')) ?? [];
  const folder = new URL('../../../node_modules/.cache/millrace-readme/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL('projections.ts', folder);
  writeFileSync(file, code ?? expect.unreachable('the README has an example'));
  return file;
};

test('the example of the README does what it says', async () => {
  const { thirtyDays } = await import(example().href);
  const log = logOf([
    ...entered(january(1), 'a', { custodian: 'ada' }),
    toShopper(january(31), 'a'),
    ...entered(january(1), 'b', { custodian: 'bob' }),
    toShopper(january(32), 'b'),
    ...entered(january(20), 'c'),
  ]);
  const { conversion, groups } = thirtyDays(log, january(40));
  expect(conversion).toEqual({ from: 'prospect', to: 'shopper', numerator: 1, denominator: 2, immature: 1 });
  expect(groups.map(({ key }: { readonly key: string | null }) => key)).toEqual(['ada', 'bob', null]);
});
