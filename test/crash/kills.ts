import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { done, importInside, type Job, type Replayed, type Report, type Run, replay, startImport } from './job.ts';

/** A number from 0 up to, and never, 1: the same ones for the same seed. @source Numerical Recipes, LCG of 32 bits */
const numbersOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** An import that nobody disturbs: where all others must lead. */
export interface Undisturbed extends Replayed {
  /** From the first byte written to the end. @units milliseconds */
  readonly writing: number;
}

/** Imports without disturbance, and measures how long it writes. */
export const undisturbed = async (job: Job): Promise<Undisturbed> => {
  const run = startImport(job, 'undisturbed.db');
  await firstWrite(job, 'undisturbed.db', undefined, run);
  const began = performance.now();
  await done<Report>(run);
  return { writing: performance.now() - began, ...(await replay(job, 'undisturbed.db')) };
};

/** What the file system says of a database, so that a write shows. */
const traceOf = async ({ folder }: Job, db: string): Promise<string> => {
  const files = await Promise.all(
    ['', '-wal'].map((end) => stat(join(folder, db + end)).catch(() => ({ size: -1, mtimeMs: 0 }))),
  );
  return files.map(({ size, mtimeMs }) => `${size} ${mtimeMs}`).join();
};

/** Settles when a run has written something, or has ended. */
const firstWrite = async (job: Job, db: string, before: string | undefined, { ended }: Run): Promise<void> => {
  const still = before ?? (await traceOf(job, db));
  let over = false;
  ended.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  while (!over && (await traceOf(job, db)) === still) await sleep(1);
};

/** Where a kill left a database. */
export type Left = 'empty' | 'partial' | 'complete';

/** Kills an import, with SIGKILL, some time after its first write; nothing where it was done before. */
const kill = async (job: Job, db: string, millis: number): Promise<boolean> => {
  const before = await traceOf(job, db);
  const run = startImport(job, db);
  await firstWrite(job, db, before, run);
  await Promise.race([sleep(millis), run.ended]);
  run.child.kill('SIGKILL');
  return (await run.ended).signal === 'SIGKILL';
};

/** Looks at a copy of what a kill left, so that the next run finds it as it is. */
const leftIn = async ({ folder }: Job, db: string, events: number): Promise<{ left: Left; found: number }> => {
  const copy = join(folder, 'copy.db');
  await copyFile(join(folder, db), copy);
  await copyFile(join(folder, `${db}-wal`), `${copy}-wal`).catch(() => undefined);
  const database = new Database(copy);
  const sound = database.pragma('integrity_check', { simple: true });
  if (sound !== 'ok') throw new Error(`${db} is damaged: ${String(sound)}`);
  const tables = database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'events'").pluck().get();
  const found = tables === 0 ? 0 : Number(database.prepare('SELECT count(*) FROM events').pluck().get());
  database.close();
  return { found, left: found === 0 ? 'empty' : found < events ? 'partial' : 'complete' };
};

/** What came of many kills. */
export interface Summary {
  readonly kills: number;
  readonly left: { readonly [Where in Left]: number };
  /** Databases that were killed, run on and compared. */
  readonly databases: number;
  /** Most kills of one database. */
  readonly deepest: number;
}

export interface KillOptions {
  readonly job: Job;
  readonly reference: Undisturbed;
  readonly kills: number;
  readonly seed: number;
  readonly onDatabase?: (summary: Summary) => void;
}

/** Most kills of one database before it may finish. */
const MOST = 4;

/** What a miss takes from the time in which kills are drawn. */
const SHORTER = 0.8;

/**
 * Kills imports at random moments of their writing, up to four times in a row on one database, lets
 * each database finish, and demands the undisturbed one's state, and that a further run finds
 * everything there.
 *
 * @throws Error where a database ends otherwise
 */
export const killLoop = async ({ job, reference, kills, seed, onDatabase }: KillOptions): Promise<Summary> => {
  const random = numbersOf(seed);
  const left = { empty: 0, partial: 0, complete: 0 };
  let summary: Summary = { kills: 0, left, databases: 0, deepest: 0 };
  // A run that has written all before its kill says that the machine is faster now than when it was measured.
  let span = reference.writing;
  while (summary.kills < kills) {
    const db = `killed-${summary.databases}.db`;
    const wanted = Math.min(1 + Math.floor(random() * MOST), kills - summary.kills);
    let remaining = 1;
    let killed = 0;
    while (killed < wanted) {
      if (!(await kill(job, db, random() * span * remaining))) {
        span *= SHORTER;
        break;
      }
      killed += 1;
      const state = await leftIn(job, db, reference.events);
      left[state.left] += 1;
      remaining = 1 - state.found / reference.events;
      if (remaining === 0) {
        span *= SHORTER;
        break;
      }
    }
    await mustEndAs(job, db, reference);
    summary = {
      kills: summary.kills + killed,
      left: { ...left },
      databases: summary.databases + 1,
      deepest: Math.max(summary.deepest, killed),
    };
    onDatabase?.(summary);
  }
  return summary;
};

/** Runs an import to its end, and once more, and compares it with the undisturbed one. */
export const mustEndAs = async (job: Job, db: string, { events, views }: Replayed): Promise<void> => {
  const finished = await done<Report>(startImport(job, db));
  const again = await importInside(job, db);
  const replayed = await replay(job, db);
  const problems = [
    finished.recorded + finished.already === events ? [] : [`${finished.recorded} + ${finished.already} events told`],
    finished.rejected.length === 0 && finished.unchanged === 0
      ? []
      : ['rows rejected or commands that changed nothing'],
    again.recorded === 0 && again.already === events ? [] : [`${again.recorded} recorded again`],
    replayed.events === events ? [] : [`${replayed.events} events in place of ${events}`],
    JSON.stringify(replayed.views) === JSON.stringify(views) ? [] : ['other hashes'],
  ].flat();
  if (problems.length > 0) throw new Error(`${db}: ${problems.join('; ')}`);
};
