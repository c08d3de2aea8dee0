import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The workspace. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: { readonly [path: string]: string | { readonly [condition: string]: string } };
  readonly bin?: { readonly [name: string]: string };
  readonly files: ReadonlyArray<string>;
  readonly dependencies?: { readonly [name: string]: string };
}

/** What a program printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Somebody else's project, with the packed packages installed. */
export interface Project {
  readonly folder: string;
  readonly manifests: ReadonlyArray<Manifest>;
  readonly write: (path: string, text: string) => void;
  /** Runs the project's Node, plainly: no loader, no alias. */
  readonly node: (...args: ReadonlyArray<string>) => Promise<Ran>;
}

/**
 * Packs every package as it would be published and installs the tarballs in a project outside the
 * workspace; others' packages are linked to those the workspace has.
 */
export const packedProject = async (): Promise<Project> => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'millrace-consumer-')));
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs);
  await execute(process.execPath, [join(root, '.scripts/packages.mjs'), tarballs]);
  for (const name of readdirSync(join(root, 'packages'))) {
    await install(folder, tarballs, join(root, 'packages', name));
  }
  link(folder, '@types/node', root);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', JSON.stringify({ type: 'module', private: true }));
  return {
    folder,
    write,
    manifests: readdirSync(join(root, 'packages')).map((name) => manifestOf(join(root, 'packages', name))),
    node: (...args) =>
      new Promise((resolve, reject) => {
        execFile(process.execPath, [...args], { cwd: folder }, (error, stdout, stderr) => {
          if (error !== null && typeof error.code !== 'number') reject(error);
          else resolve({ code: Number(error?.code ?? 0), stdout, stderr });
        });
      }),
  };
};

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const install = async (project: string, tarballs: string, source: string): Promise<void> => {
  const { name, version, dependencies = {} } = manifestOf(source);
  const target = join(project, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  const tarball = join(tarballs, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  await execute('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  for (const [dependency, range] of Object.entries(dependencies)) {
    if (!range.startsWith('workspace:')) link(project, dependency, source);
  }
};

const link = (project: string, name: string, from: string): void => {
  const path = join(project, 'node_modules', name);
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(realpathSync(join(from, 'node_modules', name)), path, 'dir');
};
