import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOf, type Layers, layersOf, nameOf, packagesOf } from './cruise.js';
import { house, rules } from './house.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

interface Manifest {
  readonly name: string;
  readonly dependencies?: { readonly [name: string]: string };
}

interface Project {
  readonly references?: ReadonlyArray<{ readonly path: string }>;
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

describe('the house', () => {
  let layers: Layers;
  beforeAll(async () => {
    layers = await layersOf(root);
  });

  test('every package has its place', () => {
    expect(packagesOf(root)).toEqual(Object.keys(house).sort());
  });

  test('every file was read: a cruise of nothing finds nothing', () => {
    const files = filesOf(root);
    expect(files.length).toBeGreaterThan(100);
    expect(layers.seen).toEqual(files);
  });

  test('imports point down, and the pure packages use few libraries REL-15', () => {
    expect(layers.violations).toEqual([]);
  });

  test.each(Object.entries(house))('%s declares and references no more than it may see', (name, below) => {
    const { name: published, dependencies = {} } = json(`packages/${name}/package.json`) as Manifest;
    const { references = [] } = json(`packages/${name}/tsconfig.json`) as Project;
    const allowed = below.map(nameOf);
    const own = Object.keys(dependencies).filter((dependency) => /^(@millrace\/|millrace$)/.test(dependency));
    expect(published).toBe(nameOf(name));
    expect(own.filter((dependency) => !allowed.includes(dependency))).toEqual([]);
    expect(references.map(({ path }) => nameOf(path.replace('../', ''))).sort()).toEqual(own.sort());
  });

  test('the build knows every package and its tests', () => {
    const { references = [] } = json('tsconfig.json') as Project;
    const projects = Object.keys(house).flatMap((name) => [`packages/${name}`, `packages/${name}/test`]);
    expect(references.map(({ path }) => path)).toEqual(expect.arrayContaining([...projects, 'examples/key-account']));
  });
});

describe('a planted violation is caught', () => {
  /** Each breaks the rule of its name; the paths and imports are those of a workspace in a folder of its own. */
  const planted: ReadonlyArray<readonly [rule: string, from: string, imported: string, to: string]> = [
    ...Object.keys(house)
      .filter((name) => name !== 'cli')
      .map(
        (name) =>
          [
            `${name} sees only what is under it`,
            `packages/${name}/src/up.ts`,
            '@millrace/cli',
            'packages/cli/src/index.ts',
          ] as const,
      ),
    ['cli sees only what is under it', 'packages/cli/src/up.ts', '@millrace/testing', 'packages/testing/src/index.ts'],
    [
      'events imports what comes before it',
      'packages/sales/src/pledge/events.ts',
      './decide-terms.js',
      'packages/sales/src/pledge/decide-terms.ts',
    ],
    [
      'evolve imports what comes before it',
      'packages/sales/src/pledge/evolve-sworn.ts',
      './commands.js',
      'packages/sales/src/pledge/commands.ts',
    ],
    [
      'policy imports what comes before it',
      'packages/sales/src/pledge/policy.ts',
      './decide.js',
      'packages/sales/src/pledge/decide.ts',
    ],
    [
      'decide imports what comes before it',
      'packages/sales/src/pledge/decide-more.ts',
      './index.js',
      'packages/sales/src/pledge/index.ts',
    ],
    ['no cycle', 'packages/kernel/src/ring-a.ts', './ring-b.js', 'packages/kernel/src/ring-b.ts'],
    [
      'a package is imported by its name',
      'packages/sales/src/deep.ts',
      '../../kernel/src/money.js',
      'packages/kernel/src/money.ts',
    ],
    [
      'tests that cross packages, and examples, see what everybody sees',
      'test/crash/deep.test.ts',
      '../../packages/kernel/src/money.js',
      'packages/kernel/src/money.ts',
    ],
    [
      'tests that cross packages, and examples, see what everybody sees',
      'examples/story/deep.ts',
      '../../packages/kernel/src/money.js',
      'packages/kernel/src/money.ts',
    ],
    [
      'nothing published imports a test or an example',
      'packages/engine/src/shown.ts',
      '../../../examples/story/told.js',
      'examples/story/told.ts',
    ],
    [
      'nothing published imports a test or an example',
      'packages/engine/src/tested.ts',
      '@millrace/test/shared',
      'test/support/shared.ts',
    ],
    [
      'a module or view is seen through its index or what is readable of it',
      'packages/sales/src/pledge/aside.ts',
      '../person/events.js',
      'packages/sales/src/person/events.ts',
    ],
    ['the pure packages import nothing of Node', 'packages/kernel/src/node.ts', 'node:crypto', 'crypto'],
    ['the pure packages use few libraries', 'packages/sales/src/library.ts', 'rxjs', 'node_modules/rxjs/index.js'],
    ['what is imported is declared', 'packages/engine/src/undeclared.ts', 'rxjs', 'node_modules/rxjs/index.js'],
    ['what is imported exists', 'packages/kernel/src/nowhere.ts', './nothing.js', './nothing.js'],
  ];

  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'millrace-layers-')));
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  let violations: ReadonlyArray<string>;
  beforeAll(async () => {
    write('package.json', '{}');
    write('node_modules/rxjs/package.json', '{ "name": "rxjs", "main": "index.js" }');
    write('node_modules/rxjs/index.js', '');
    for (const name of Object.keys(house)) {
      write(`packages/${name}/package.json`, `{ "name": "${nameOf(name)}" }`);
      write(`packages/${name}/src/index.ts`, 'export {};\n');
    }
    for (const [, , , to] of planted) if (/^(packages|test|examples)\//.test(to)) write(to, 'export {};\n');
    for (const [, from, imported] of planted) write(from, `import type {} from '${imported}';\n`);
    write('packages/kernel/src/ring-b.ts', "import type {} from './ring-a.js';\n");
    ({ violations } = await layersOf(folder));
  });

  test('every rule has one', () => {
    expect([...new Set(planted.map(([rule]) => rule))].sort()).toEqual(rules.map(({ name }) => name ?? '').sort());
  });

  test.each(planted)('%s: %s', (rule, from, _, to) => {
    expect(violations).toContain(`${rule}: ${from} -> ${to}`);
  });
});
