import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from './harness/judge.js';
import { circumstances, keep, type Section } from './harness/kept.js';
import type { Progress } from './harness/measure.js';
import { type Options, ROUNDS, readOptions, USAGE } from './harness/options.js';
import { rootOf } from './harness/root.js';
import type { Row } from './harness/row.js';
import { runRow } from './harness/run-row.js';
import { drawSection } from './harness/table.js';
import { rows } from './rows/index.js';

const ERASE = '\r\u001b[K';

/** Where the run stands, on a terminal only. */
const tell = ({ row, round, rounds, contender }: Progress): void => {
  if (!process.stderr.isTTY) return;
  const at = round === 0 ? 'warming up' : `round ${round} of ${rounds}`;
  process.stderr.write(`${ERASE}${row}: ${at}, ${contender}`);
};

const measureRow = async (row: Row, { rounds, scale }: Options, shared: string): Promise<Section> => {
  const folder = join(shared, row.name);
  mkdirSync(folder);
  const size = Math.max(1, Math.round(row.size * scale));
  if (process.stderr.isTTY) process.stderr.write(`${row.name}: making its data`);
  const measured = await runRow({ name: row.name, rounds, setting: { size, folder, shared } }, tell);
  rmSync(folder, { recursive: true });
  if (process.stderr.isTTY) process.stderr.write(ERASE);
  return { row, measured, lines: judge(row, measured) };
};

const bench = async (options: Options, shared: string): Promise<void> => {
  const sections: Array<Section> = [];
  for (const row of options.rows) {
    const why = row.skipped?.();
    if (why !== undefined) {
      console.log(`${row.title}: skipped, ${why}\n`);
      continue;
    }
    const section = await measureRow(row, options, shared);
    console.log(drawSection(row, section.lines));
    sections.push(section);
  }

  const verdicts = sections.flatMap(({ lines }) => lines.flatMap(({ met }) => (met === undefined ? [] : [met])));
  console.log(`${verdicts.filter(Boolean).length} of ${verdicts.length} goals met`);
  if (options.rows.length < rows.length || options.rounds < ROUNDS || options.scale < 1) {
    console.log('not kept: only a whole run is');
  } else {
    for (const file of keep(circumstances(options.rounds), sections)) console.log(`kept: ${file}`);
  }
};

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  console.error(`${options}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  const parent = options.folder ?? join(rootOf(), 'node_modules/.cache');
  mkdirSync(parent, { recursive: true });
  const shared = mkdtempSync(join(parent, 'millrace-bench-'));
  const clear = (): void => rmSync(shared, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      clear();
      process.exit(1);
    });
  }
  try {
    await bench(options, shared);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    clear();
  }
}
