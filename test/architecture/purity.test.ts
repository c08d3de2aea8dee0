import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { pure } from './house.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Runs a tool of the workspace on the project's Node; what it prints, whether it was content or not. */
const run = (script: string, args: ReadonlyArray<string>, cwd: string): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [join(root, 'node_modules', script), ...args], { cwd }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve(stdout === '' ? stderr : stdout);
    });
  });

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

describe('what reaches the world outside does not compile in a pure package', () => {
  /** One use a line. */
  const impure = [
    'process;',
    'Buffer;',
    'require;',
    'setTimeout;',
    'setInterval;',
    'setImmediate;',
    'queueMicrotask;',
    'console;',
    'performance;',
    'crypto;',
    'fetch;',
    'navigator;',
    'document;',
    'window;',
    'localStorage;',
    "import 'node:fs';",
    "import { readFileSync } from 'fs'; readFileSync;",
  ];

  /** A folder inside the workspace, so that types which a package's settings ask for would be found. */
  const folder = join(root, 'node_modules/.cache/millrace-purity');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Numbers of the lines that the compiler refuses under a package's own settings. */
  const refused = async (name: string): Promise<ReadonlyArray<number>> => {
    const project = join(folder, name);
    write(join(project, 'impure.ts'), ['export {};', ...impure].join('\n'));
    const compilerOptions = { rootDir: '.', noEmit: true, composite: false, incremental: false };
    const tsconfig = { extends: `${root}/packages/${name}/tsconfig.json`, compilerOptions, include: ['impure.ts'] };
    write(join(project, 'tsconfig.json'), JSON.stringify({ ...tsconfig, references: [] }));
    const printed = await run(
      'typescript/bin/tsc',
      ['-p', '.', '--pretty', 'false', '--tsBuildInfoFile', 'null'],
      project,
    );
    const lines = [...printed.matchAll(/^impure\.ts\((\d+),\d+\): error TS/gm)].map(([, line]) => Number(line) - 1);
    return [...new Set(lines)];
  };

  test.each(pure)('%s', async (name) => {
    const all = impure.map((_, i) => i + 1);
    expect(await refused(name)).toEqual(all);
  });

  test('but a package for Node knows Node, so the compiler was asked the right thing', async () => {
    const lines = await refused('engine');
    expect(lines.map((line) => impure[line - 1])).toEqual(['document;', 'window;']);
  });
});

describe('clock, chance and language are refused in a pure package by Biome', () => {
  const impure = [
    'export const a = Date.now();',
    'export const b = new Date(0);',
    'export const c = Math.random();',
    'export const d = Temporal.Now.instant();',
    'export const e = v7;',
    "export const f = 'a'.localeCompare('b');",
    'export const g = (1).toLocaleString();',
    'export const h = globalThis;',
  ];
  const imports = ["import { Temporal } from 'temporal-polyfill';", "import { v7 } from 'uuid';", ''];

  interface Linted {
    readonly diagnostics: ReadonlyArray<{
      readonly location: { readonly path: string; readonly start: { readonly line: number } };
    }>;
  }

  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'millrace-purity-')));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('each of them, there and only there', async () => {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    cpSync(join(root, '.scripts'), join(folder, '.scripts'), { recursive: true });
    for (const name of [...pure, 'engine']) {
      write(join(folder, `packages/${name}/src/impure.ts`), [...imports, ...impure, ''].join('\n'));
    }
    const printed = await run(
      '@biomejs/biome/bin/biome',
      ['lint', '--vcs-enabled=false', '--reporter=json', 'packages'],
      folder,
    );
    const { diagnostics } = JSON.parse(printed) as Linted;
    const found = diagnostics.map(({ location }) => `${location.path}:${location.start.line}`);
    // The import of v7 is refused where it is imported, on line 2; its use on line 8 is not looked at.
    const lines = [2, 4, 5, 6, 7, 9, 10, 11];
    const expected = pure.flatMap((name) => lines.map((line) => `packages/${name}/src/impure.ts:${line}`));
    expect([...new Set(found)].sort()).toEqual(expected.sort());
  });
});
