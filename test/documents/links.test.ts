import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { documents, root, textOf } from './markdown.js';

/** As GitHub names them: lower case, blanks to dashes, punctuation gone. */
const anchorsOf = (path: string): ReadonlyArray<string> =>
  [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Links to files of the workspace, out of code. */
const linksOf = (path: string): ReadonlyArray<string> =>
  [
    ...textOf(path)
      .replace(/^```.*?^```$/gms, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

const dangling = (path: string, link: string): boolean => {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : join(dirname(path), file);
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
};

test('there are documents, and links in them', () => {
  expect(documents.length).toBeGreaterThan(10);
  expect(linksOf('README.md').length).toBeGreaterThan(10);
});

test('what is not there is found dangling', () => {
  expect(['nowhere.md', 'README.md#nowhere', '#nowhere'].filter((link) => dangling('README.md', link))).toHaveLength(3);
});

test('every decision stands in their index', () => {
  const decisions = documents.filter((path) => /^docs\/decisions\/\d/.test(path));
  expect(decisions.length).toBeGreaterThan(10);
  const indexed = linksOf('docs/decisions/README.md').map((link) => `docs/decisions/${link}`);
  expect(decisions.filter((path) => !indexed.includes(path))).toEqual([]);
});

test.each(documents)('every link of %s leads somewhere', (path) => {
  expect(linksOf(path).filter((link) => dangling(path, link))).toEqual([]);
});
