// Installs and builds what is missing; quick when nothing is. Everything printed goes to stderr.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const node24 = join(root, 'node_modules/.bin/node');
export const pnpm = ['--yes', 'pnpm@12.21.0'];

/** Folder names of everything that is published. */
export const packages = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'package.json')),
);

const cache = join(root, 'node_modules/.cache');

/** Runs a command from the root with its output on stderr; ends this process when it fails. */
export const run = (command, args, what) => {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  console.error(`${what} failed${error === undefined ? '' : `: ${error.message}`}`);
  process.exit(status ?? 1);
};

const digest = (files) => {
  const hash = createHash('sha256');
  for (const file of files) if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
};

const manifests = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'test/package.json',
  'examples/key-account/package.json',
].concat(packages.map((name) => `packages/${name}/package.json`));

export const ensureInstalled = () => {
  const stamp = join(cache, 'millrace-install');
  const wanted = digest(manifests);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node24)) return;
  locked('install', () => {
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node24)) return;
    console.error('millrace: installing packages (once)');
    run('npx', [...pnpm, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false'], 'The installation');
    mkdirSync(cache, { recursive: true });
    writeFileSync(stamp, wanted);
  });
};

/** Every source with its time of change, so that an unchanged tree is not even shown to the compiler. */
const sources = () =>
  ['packages', 'test', 'examples']
    .flatMap((folder) => walk(join(root, folder)))
    .concat(join(root, 'tsconfig.base.json'), join(root, 'tsconfig.json'))
    .map((file) => `${file} ${statSync(file).mtimeMs}`)
    .join('\n');

const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name === 'dist') return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return entry.name.endsWith('.ts') || entry.name === 'tsconfig.json' ? [path] : [];
    });

/** What is run from the build: where one is missing the tree is built again, whatever the stamp says. */
const programs = ['packages/cli/dist/main.js', 'test/bench/dist/main.js', 'examples/key-account/dist/src/main.js'];
const outputs = packages.map((name) => `packages/${name}/dist/index.js`).concat(programs);

export const ensureBuilt = () => {
  const stamp = join(cache, 'millrace-build');
  const fresh = () =>
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sources() &&
    outputs.every((file) => existsSync(join(root, file)));
  if (fresh()) return;
  locked('build', () => {
    if (fresh()) return;
    console.error('millrace: building');
    const state = sources();
    run(node24, ['node_modules/typescript/bin/tsc', '-b'], 'The build');
    writeFileSync(stamp, state);
  });
};

const wait = (millis) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, millis);

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const isAbandoned = (lock) => {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const holder = age > 1_000 && existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : process.pid;
  return holder === 0 || !isRunning(holder);
};

/** One process at a time; the lock of a process that is gone is taken over. */
const locked = (name, work) => {
  const lock = join(root, `.${name}.lock`);
  const release = () => rmSync(lock, { force: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(lock)) release();
      else wait(200);
    }
  }
  process.once('exit', release);
  try {
    work();
  } finally {
    release();
    process.off('exit', release);
  }
};

export const ensureReady = () => {
  ensureInstalled();
  ensureBuilt();
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureReady();
