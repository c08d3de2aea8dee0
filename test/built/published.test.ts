import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameOf } from '../architecture/cruise.js';
import { house } from '../architecture/house.js';
import { type Manifest, type Project, packedProject, root } from './project.js';

let project: Project;
beforeAll(async () => {
  project = await packedProject();
});
afterAll(() => rmSync(project.folder, { recursive: true }));

const packages = Object.keys(house);
const manifest = (name: string): Manifest => {
  const found = project.manifests.find((one) => one.name === nameOf(name));
  if (found === undefined) throw new Error(`no package ${name}`);
  return found;
};

describe('under plain node', () => {
  test.each(packages)('%s is imported by its name and gives what it lists', async (name) => {
    const program = `console.log(JSON.stringify(Object.keys(await import('${nameOf(name)}')).sort()))`;
    const { code, stdout, stderr } = await project.node('--input-type=module', '--eval', program);
    const kept = readFileSync(join(root, `test/architecture/exports/${name}.txt`), 'utf8');
    const values = kept
      .split('\n')
      .filter((line) => line.startsWith('value '))
      .map((line) => line.slice('value '.length));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(values);
  });

  test.each(packages)('every file that %s promises is in the tarball', (name) => {
    const { exports, bin = {}, files } = manifest(name);
    const promised = [
      ...Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry))),
      ...Object.values(bin),
      ...files.filter((file) => !file.startsWith('!')),
    ];
    const missing = promised.filter((file) => !existsSync(join(project.folder, 'node_modules', nameOf(name), file)));
    expect(missing).toEqual([]);
  });

  test('the packed packages name each other by version, not by workspace', () => {
    for (const name of packages) {
      const packed = readFileSync(join(project.folder, 'node_modules', nameOf(name), 'package.json'), 'utf8');
      expect(packed).not.toContain('workspace:');
    }
  });

  test('the command says its version', async () => {
    const { version, bin } = manifest('cli');
    const { code, stdout } = await project.node(
      join('node_modules/@millrace/cli', bin?.['millrace'] ?? ''),
      '--version',
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${version}\n` });
  });
});

describe('a strict consumer compiles against the declarations, those of libraries checked too', () => {
  const compile = async (folder: string, names: ReadonlyArray<string>, types: ReadonlyArray<string>) => {
    // Spread into an export, every inferred type has to be written out by whoever exports it on.
    const lines = names.flatMap((name, i) => [
      `import * as surface${i} from '${nameOf(name)}';`,
      `export const exported${i} = { ...surface${i} };`,
    ]);
    project.write(`${folder}/index.ts`, `${lines.join('\n')}\n`);
    const compilerOptions = {
      target: 'es2024',
      lib: ['es2024'],
      module: 'nodenext',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      declaration: true,
      outDir: 'dist',
      types,
    };
    project.write(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ['index.ts'] }));
    const { stdout } = await project.node(
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      folder,
      '--pretty',
      'false',
    );
    return stdout.split('\n').filter((line) => line.includes('error TS'));
  };

  test('the pure packages without any types of an environment', async () => {
    expect(await compile('pure', ['kernel', 'sales', 'projections'], [])).toEqual([]);
  });

  test('all of them, under Node', async () => {
    expect(await compile('all', packages, ['node'])).toEqual([]);
  });
});
