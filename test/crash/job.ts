import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from '@millrace/cli';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program as it ships: built, on plain Node. */
const MAIN = join(root, 'packages/cli/dist/main.js');
const RECIPE = join(root, 'examples/recipes/bpic2012.json');

/** An import that can be run, and killed, as often as one likes. */
export interface Job {
  /** Folder of the data, and of what the runs write; gone when the job is closed. */
  readonly folder: string;
  readonly rows: number;
  readonly close: () => Promise<void>;
}

/** The loan applications, all of them or the first `rows`, in a folder of their own. */
export const jobOf = async (data: string, rows = Number.POSITIVE_INFINITY): Promise<Job> => {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-crash-'));
  const lines = (await readFile(join(data, 'events.csv'), 'utf8')).trimEnd().split('\n');
  const kept = lines.slice(0, rows + 1);
  await writeFile(join(folder, 'events.csv'), `${kept.join('\n')}\n`);
  return { folder, rows: kept.length - 1, close: () => rm(folder, { recursive: true, force: true }) };
};

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A process under way. */
export interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<End>;
}

/** Starts the program with some arguments. */
const start = (...args: ReadonlyArray<string>): Run => {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err]: [Array<string>, Array<string>] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
  const ended = new Promise<End>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out: out.join(''), err: err.join('') }));
  });
  return { child, ended };
};

/** The arguments of the job's import into a database of its folder. */
const importing = ({ folder }: Job, db: string): ReadonlyArray<string> => {
  const rejected = join(folder, 'rejected.csv');
  return ['import', RECIPE, '--data', folder, '--db', join(folder, db), '--rejected', rejected, '--json'];
};

/** Starts the job's import in a process of its own. */
export const startImport = (job: Job, db: string): Run => start(...importing(job, db));

/** What a run that must go well prints as JSON. */
export const done = async <A>({ ended }: Run): Promise<A> => {
  const { code, signal, out, err } = await ended;
  if (code !== 0) throw new Error(`the program ended with ${code ?? signal}: ${err}`);
  return JSON.parse(out) as A;
};

/** What an import tells. */
export interface Report {
  readonly rows: number;
  readonly recorded: number;
  readonly already: number;
  readonly unchanged: number;
  readonly rejected: ReadonlyArray<unknown>;
}

/** How many events there are, and the hashes of the views they lead to. */
export interface Replayed {
  readonly events: number;
  readonly views: { readonly [name: string]: string };
}

/** Runs the program within this process, which is quicker, where nothing is going to be killed. */
const inside = async <A>(args: ReadonlyArray<string>): Promise<A> => {
  const [out, err]: [Array<string>, Array<string>] = [[], []];
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), env: {}, cwd: root };
  const code = await runCli(args, io);
  if (code !== 0) throw new Error(`the program ended with ${code}: ${err.join('')}`);
  return JSON.parse(out.join('')) as A;
};

/** Imports within this process. */
export const importInside = (job: Job, db: string): Promise<Report> => inside<Report>(importing(job, db));

/** Replays a database of the job. */
export const replay = ({ folder }: Job, db: string): Promise<Replayed> =>
  inside<Replayed>(['replay', '--db', join(folder, db), '--json']);
