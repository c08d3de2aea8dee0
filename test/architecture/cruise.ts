import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { rules } from './house.js';

/** What was seen of a workspace, and what in it breaks a rule. */
export interface Layers {
  /** Files under `packages/`, `test/` and `examples/` that were read, sorted. */
  readonly seen: ReadonlyArray<string>;
  /** `rule: from -> to`, sorted. */
  readonly violations: ReadonlyArray<string>;
}

/** Folder names under `packages/` that are packages. */
export const packagesOf = (root: string): ReadonlyArray<string> =>
  readdirSync(join(root, 'packages')).filter((name) => existsSync(join(root, 'packages', name, 'src')));

/** The TypeScript files of a workspace's packages, tests and examples, sorted; built ones and installed ones left out. */
export const filesOf = (root: string): ReadonlyArray<string> =>
  ['packages', 'test', 'examples']
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
    .sort();

/** The name a package is imported by. */
export const nameOf = (folder: string): string => (folder === 'millrace' ? folder : `@millrace/${folder}`);

/** Holds every import of a workspace, those of types too, against the rules of the house. */
export const layersOf = async (root: string): Promise<Layers> => {
  const packages = packagesOf(root);
  const files = filesOf(root);
  const { output } = await cruise(
    [...files],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...rules] },
      tsPreCompilationDeps: true,
      combinedDependencies: false,
      doNotFollow: { path: 'node_modules' },
    },
    {
      alias: Object.fromEntries([
        ...packages.map((name) => [`${nameOf(name)}$`, join(root, 'packages', name, 'src/index.ts')]),
        ['@millrace/test/shared$', join(root, 'test/support/shared.ts')],
      ]),
      conditionNames: ['types', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensionAlias: { '.js': ['.ts', '.js'] },
    },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    seen: modules
      .map(({ source }) => source)
      .filter((source) => files.includes(source))
      .sort(),
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort(),
  };
};
