// Sets up, checks and tests everything. The last line printed is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureReady, node24, pnpm, root } from './setup.mjs';

const args = process.argv.slice(2);
const noVitest = args.includes('--no-vitest');
const filters = args.filter((arg) => arg !== '--no-vitest');
const failures = [];

const step = (name, command, commandArgs) => {
  const start = performance.now();
  console.log(`\n> ${name}`);
  const { status } = spawnSync(command, commandArgs, { cwd: root, stdio: 'inherit' });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`> ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
  if (status !== 0) failures.push(name);
};

ensureReady();
step('biome', node24, ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']);

const results = join(root, '.results');
const report = join(results, 'vitest.json');
let counts = { passed: 0, failed: 0, skipped: 0 };
if (!noVitest) {
  mkdirSync(results, { recursive: true });
  rmSync(report, { force: true });
  step('vitest', node24, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  counts = readCounts();
}

if (filters.length === 0) {
  step('knip', node24, ['node_modules/knip/bin/knip.js']);
  for (const name of ['kernel', 'sales', 'projections', 'engine', 'store-sqlite', 'testing', 'millrace', 'cli']) {
    step(`publint ${name}`, 'npx', [...pnpm, '--silent', '--dir', `packages/${name}`, 'exec', 'publint', '--strict']);
    step(`attw ${name}`, 'npx', [
      ...pnpm,
      '--silent',
      '--dir',
      `packages/${name}`,
      'exec',
      'attw',
      '--pack',
      '--profile',
      'esm-only',
      '--format',
      'ascii',
    ]);
  }
}

function readCounts() {
  try {
    const {
      numPassedTests: passed,
      numFailedTests: failed,
      numPendingTests,
      numTodoTests,
    } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed, failed, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const others = failures.filter((name) => name !== 'vitest' || counts.failed === 0);
if (others.length > 0) console.log(`\nfailed: ${failures.join(', ')}`);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`\n${counts.passed} passed, ${counts.failed + others.length} failed${skipped}`);
process.exit(failures.length === 0 ? 0 : 1);
