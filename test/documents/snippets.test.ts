import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Block, blocksOf, documents, root } from './markdown.js';

interface Snippet {
  readonly title: string;
  readonly file: string;
  readonly text: string;
  /** What the document says it prints: the `text` block after it. */
  readonly prints: string | undefined;
}

const snippetsOf = (path: string): ReadonlyArray<Snippet> => {
  const blocks = blocksOf(path);
  const prints = (next: Block | undefined) => (next?.language === 'text' ? next.text : undefined);
  return blocks.flatMap(({ language, line, text }, i) =>
    language === 'ts'
      ? [
          {
            title: `${path}:${line}`,
            file: `${path.replaceAll('/', '_')}_${line}.ts`,
            text,
            prints: prints(blocks[i + 1]),
          },
        ]
      : [],
  );
};

/** Those of a package's own README are tested in that package. */
const snippets = documents.filter((path) => !path.startsWith('packages/')).flatMap(snippetsOf);

/** A folder outside the workspace, where the packages are found by name as they were built. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'millrace-snippets-')));
symlinkSync(join(root, 'test/node_modules'), join(folder, 'node_modules'), 'dir');
for (const { file, text } of snippets) writeFileSync(join(folder, file), text);
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
afterAll(() => rmSync(folder, { recursive: true }));

const node = (...args: ReadonlyArray<string>): Promise<{ readonly stdout: string; readonly stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (_, stdout, stderr) => resolve({ stdout, stderr }));
  });

describe('the snippets of the documents', () => {
  test('the README has one; its translation and the package that is embedded have the same', () => {
    const [english] = snippetsOf('README.md');
    const [chinese] = snippetsOf('README.zh.md');
    const [ofPackage] = snippetsOf('packages/millrace/README.md');
    expect(english?.text.split('\n').length).toBeGreaterThan(15);
    expect({ text: chinese?.text, prints: chinese?.prints }).toEqual({ text: english?.text, prints: english?.prints });
    expect(ofPackage?.text).toBe(english?.text);
  });

  test('they compile under the strictest switches', async () => {
    const compilerOptions = {
      target: 'es2024',
      lib: ['es2024'],
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      module: 'nodenext',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noUnusedLocals: true,
      skipLibCheck: true,
      noEmit: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const { stdout } = await node(join(root, 'node_modules/typescript/bin/tsc'), '-p', '.', '--pretty', 'false');
    expect(stdout).toBe('');
  });

  test.each(snippets)('$title runs, and prints what the document says', async ({ file, prints }) => {
    const { stdout, stderr } = await node(file);
    expect(stderr).toBe('');
    if (prints !== undefined) expect(stdout).toBe(prints);
  });
});

describe('what the README shows of the demo', () => {
  test.each(['README.md', 'README.zh.md'])('%s', async (path) => {
    const shown = blocksOf(path).find(({ text }) => text.startsWith('$ npm start'));
    const [command = '', ...lines] = (shown?.text ?? '').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(5);

    const args = command
      .replace(/^\$ npm start( -- )?/, '')
      .split(' ')
      .filter((arg) => arg !== '');
    const { stdout, stderr } = await node(join(root, 'packages/cli/dist/main.js'), ...args, 'demo');
    expect(stderr).toBe('');
    const printed = stdout.split('\n');
    expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
  });
});
