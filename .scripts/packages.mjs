// Packs every package as it would be published, and looks at the tarballs as strangers do.
// By itself, `node .scripts/packages.mjs FOLDER` leaves the tarballs in a folder.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quietly } from './quietly.mjs';
import { node24, pnpm } from './setup.mjs';

/** Packs into `folder`; the paths of the tarballs. */
export const pack = async (folder) => {
  const packing = ['--silent', '--filter', './packages/*', '-r', 'pack', '--pack-destination', folder];
  const { ok, output } = await quietly('npx', [...pnpm, ...packing]);
  if (!ok) throw new Error(`packing failed\n${output}`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tgz'))
    .sort()
    .map((name) => join(folder, name));
};

/** `publint` and `attw` on every tarball; what they print is returned only where they object. */
export const checkPackages = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-packed-'));
  try {
    const tarballs = await pack(folder);
    const queue = tarballs.flatMap((tarball) => [
      ['node_modules/publint/src/cli.js', 'run', tarball, '--strict'],
      ['node_modules/@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--format', 'ascii'],
    ]);
    const objections = [];
    const worker = async () => {
      for (let args = queue.shift(); args !== undefined; args = queue.shift()) {
        const { ok, output } = await quietly(node24, args);
        if (!ok) objections.push(output);
      }
    };
    await Promise.all([worker(), worker()]);
    const sizes = tarballs.map((path) => `${nameOf(path)} ${Math.ceil(statSync(path).size / 1024)} kB`);
    return { ok: objections.length === 0, output: objections.join('\n'), note: `packed: ${sizes.join(', ')}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const nameOf = (tarball) => basename(tarball).replace(/-[0-9.]+\.tgz$/, '');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await pack(process.argv[2]);
