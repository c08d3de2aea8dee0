import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './markdown.js';

/** Families of ids, and how many each has. @source requirements.md, metrics.md, trust.md, stores.md */
export const families: { readonly [family: string]: number } = {
  ORG: 55,
  PRJ: 43,
  DLR: 51,
  Q: 47,
  FUN: 20,
  OWN: 14,
  LDB: 11,
  PLG: 17,
  GAT: 13,
  MON: 12,
  VIS: 6,
  LAW: 40,
  LOG: 10,
  S: 13,
  REL: 18,
  AUD: 12,
};

/** How an id is written: `Q4` and `S3` without a dash, the others with one. */
export const idOf = (family: string, number: number): string =>
  family === 'Q' || family === 'S' ? `${family}${number}` : `${family}-${number}`;

const ids = new Set(
  Object.entries(families).flatMap(([family, count]) => Array.from({ length: count }, (_, i) => idOf(family, i + 1))),
);

/** The ids a text names; those of no family of ours, and `2017-Q3`, are none. */
export const idsIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/(?<![\w-])(?:[A-Z]{3}-\d+|[QS]\d+)(?![\w-])/g)].map(([id]) => id).filter(isOurs);

const isOurs = (id: string): boolean =>
  ids.has(id) || /^(ORG|PRJ|DLR|FUN|OWN|LDB|PLG|GAT|MON|VIS|LAW|LOG|REL|AUD)-/.test(id);

/** A text that stands in quotes in a test, and where. */
export interface Quoted {
  readonly file: string;
  readonly text: string;
}

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name.endsWith('.ts') && !/(^|\/)(node_modules|dist)(\/|$)/.test(entry.parentPath),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** What stands in quotes on a line that is no comment. */
export const quotedOn = (line: string): ReadonlyArray<string> =>
  /^\s*(\/\/|\*|\/\*)/.test(line)
    ? []
    : [...line.matchAll(/(['"`])((?:\\.|(?!\1).)*)\1/g)].map(([, , text = '']) => text);

/**
 * What the tests call themselves. In a test file that is a quoted text of several words; in
 * `packages/testing`, whose cases are named by a title and a list of ids, any quoted text.
 */
export const titles: ReadonlyArray<Quoted> = [
  ...readdirSync(join(root, 'packages')).flatMap((name) => filesIn(`packages/${name}/test`)),
  ...filesIn('test'),
  ...filesIn('examples'),
  ...filesIn('packages/testing/src'),
].flatMap((file) => {
  const isTest = file.endsWith('.test.ts');
  const isSuite = file.startsWith('packages/testing/src/');
  if (!isTest && !isSuite) return [];
  const texts = readFileSync(join(root, file), 'utf8').split('\n').flatMap(quotedOn);
  return texts.filter((text) => isSuite || text.includes(' ')).map((text) => ({ file, text }));
});
