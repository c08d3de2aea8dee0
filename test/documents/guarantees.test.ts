import { describe, expect, test } from 'vitest';
import { rowsOf, textOf } from './markdown.js';
import { titles } from './titles.js';

const PATH = 'docs/guarantees.md';

/** The tests a cell names. */
const citedIn = (text: string): ReadonlyArray<number> =>
  [...text.matchAll(/\[(\d+)\](?!\()/g)].map(([, n]) => Number(n));

const [body = '', list = ''] = textOf(PATH).split('## The tests');
const listed = [...list.matchAll(/^(\d+)\. "(.*)"$/gm)].map(([, n, title = '']) => ({ n: Number(n), title }));

/** Whether a test is called so; what is computed in a title may be any text, what stands around it may not. */
const exists = (title: string): boolean =>
  titles.some(({ text }) => {
    const [head = '', ...rest] = text.replaceAll("\\'", "'").split(/\$\{[^}]*\}/);
    const tail = rest.at(-1);
    if (tail === undefined) return head === title;
    const words = `${head} ${tail}`.match(/\w{2,}/g) ?? [];
    return words.length > 3 && title.startsWith(head) && title.endsWith(tail);
  });

describe('REL-17 the guarantees of every store', () => {
  test('every cell cites a test', () => {
    const rows = rowsOf(PATH);
    expect(rows.length).toBeGreaterThan(20);
    const bare = rows.filter(([, ...cells]) => cells.length === 0 || cells.some((cell) => citedIn(cell).length === 0));
    expect(bare).toEqual([]);
  });

  test('the tests are numbered without gaps, and each is cited', () => {
    expect(listed.map(({ n }) => n)).toEqual(listed.map((_, i) => i + 1));
    expect([...new Set(citedIn(body))].sort((a, b) => a - b)).toEqual(listed.map(({ n }) => n));
  });

  test('every test that is cited exists', () => {
    expect(listed.filter(({ title }) => !exists(title))).toEqual([]);
  });

  test('a test that does not exist would be missed', () => {
    expect(exists(['every', 'promise', 'is', 'kept'].join(' '))).toBe(false);
    expect(exists('every cell cites a test')).toBe(true);
  });
});
