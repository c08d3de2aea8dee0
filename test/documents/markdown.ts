import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** A fenced block of a document. */
export interface Block {
  /** What stands behind the fence. */
  readonly language: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly text: string;
}

const markdownIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ name }) => join(folder, name))
    .sort();

/** The documents that people read, as paths from the root; changelogs are history and left out. */
export const documents: ReadonlyArray<string> = [
  ...markdownIn('.'),
  ...markdownIn('.github'),
  ...markdownIn('docs'),
  ...markdownIn('docs/decisions'),
  ...markdownIn('examples/key-account'),
  ...readdirSync(join(root, 'packages')).flatMap((name) => markdownIn(join('packages', name))),
].filter((path) => !path.endsWith('CHANGELOG.md'));

/** A document's text. */
export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The fenced blocks of a document, in order. */
export const blocksOf = (path: string): ReadonlyArray<Block> => {
  const blocks: Array<Block> = [];
  let open: { language: string; line: number; lines: Array<string> } | undefined;
  for (const [i, line] of textOf(path).split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open === undefined) open = { language: fence[1] ?? '', line: i + 1, lines: [] };
    else {
      blocks.push({ language: open.language, line: open.line, text: open.lines.map((text) => `${text}\n`).join('') });
      open = undefined;
    }
  }
  return blocks;
};

/** The rows of every table of a document, as trimmed cells; heads and rules are left out. */
export const rowsOf = (path: string): ReadonlyArray<ReadonlyArray<string>> => {
  const lines = textOf(path).split('\n');
  return lines
    .filter((line, i) => line.startsWith('|') && !/^\|[\s:|-]+$/.test(line) && !/^\|[\s:|-]+$/.test(lines[i + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
};
