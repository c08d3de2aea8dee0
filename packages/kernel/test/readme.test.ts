import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { events, history, state } from './readme/example.js';
import { right } from './support/either.js';
import { encode } from './support/stored.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the example in the README is the file that runs here', () => {
  const [, example] = /```ts\n(.*?)```/s.exec(read('../README.md')) ?? [];
  expect(example).toBe(read('readme/example.ts'));
});

test('the example does what it says', () => {
  expect(state).toEqual({ free: 0 });
  expect(history.map(({ data }) => data.drives)).toEqual([6, 2]);
  expect(right(encode(events, history))).toHaveLength(2);
});
