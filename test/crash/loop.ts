/**
 * Kills imports of a real history, many times: `node test/crash/loop.ts [seed]`.
 *
 * 200 on a slice of 2,000 rows and 12 on the whole file; a summary is printed, and the exit code
 * says whether every database ended as the undisturbed one.
 */
import { sharedPath } from '@millrace/test/shared';
import { jobOf } from './job.ts';
import { killLoop, undisturbed } from './kills.ts';

const LOOPS = [
  { name: 'slice of 2,000 rows', rows: 2_000, kills: 200 },
  { name: 'the whole file', rows: Number.POSITIVE_INFINITY, kills: 12 },
];

const data = sharedPath('data/bpic2012');
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000);
if (data === undefined) process.exit(2);

for (const { name, rows, kills } of LOOPS) {
  const job = await jobOf(data, rows);
  try {
    const reference = await undisturbed(job);
    console.log(
      `${name}: ${job.rows} rows, ${reference.events} events, ${reference.writing.toFixed(0)} ms of writing; seed ${seed}`,
    );
    const began = performance.now();
    const summary = await killLoop({
      job,
      reference,
      kills,
      seed,
      onDatabase: ({ kills: sofar }) => process.stderr.write(`\r${sofar}/${kills} kills`),
    });
    const { left, databases, deepest } = summary;
    process.stderr.write('\r');
    console.log(
      `${summary.kills} kills over ${databases} databases, up to ${deepest} in a row: ` +
        `${left.partial} left a part, ${left.empty} nothing, ${left.complete} everything; ` +
        `all ${databases} ended as the undisturbed one, in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
  } finally {
    await job.close();
  }
}
