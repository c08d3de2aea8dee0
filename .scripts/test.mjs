// Sets up, checks and tests everything; `-- <filter>` runs only the tests whose file names hold it,
// `--no-vitest` only the checks. The last line printed is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackages } from './packages.mjs';
import { quietly } from './quietly.mjs';
import { ensureReady, node24, root } from './setup.mjs';

const args = process.argv.slice(2);
const onlyChecks = args.includes('--no-vitest');
const filters = args.filter((arg) => arg !== '--no-vitest');
const results = join(root, '.results');
const report = join(results, 'vitest.json');
const counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs a check and says how it went; what the check printed is shown only where it failed. */
const check = async (name, work) => {
  const start = performance.now();
  const { ok, output, note } = await work().catch(({ message }) => ({ ok: false, output: message }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (!ok) console.log(output);
  if (note !== undefined) console.log(`       ${note}`);
  if (onlyChecks && ok) counts.passed += 1;
  if (!ok) counts.failed += 1;
};

const program = (script, ...scriptArgs) => quietly(node24, [script, ...scriptArgs]);

const runTests = () => {
  mkdirSync(results, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync(node24, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters], {
    cwd: root,
    stdio: 'inherit',
  });
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = readReport();
  counts.passed += numPassedTests;
  counts.skipped += numPendingTests + numTodoTests;
  // A file that cannot be loaded, or no test at all, fails without a failed test.
  const unnamed = numFailedTests === 0 && (status !== 0 || numPassedTests === 0) ? 1 : 0;
  counts.failed += numFailedTests + unnamed;
};

const readReport = () => {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return {};
  }
};

ensureReady();
if (filters.length === 0) {
  await check('biome', () => program('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'));
  await check('knip', () => program('node_modules/knip/bin/knip.js'));
  await check('publint and attw', () => checkPackages());
}
if (!onlyChecks) runTests();

console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`,
);
process.exit(counts.failed === 0 ? 0 : 1);
