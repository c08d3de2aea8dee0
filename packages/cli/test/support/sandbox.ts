import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Io, runCli } from '@millrace/cli';
import { onTestFinished } from 'vitest';

/** What a run of the program came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own to run the program in, gone when the test is over. */
export interface Sandbox {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly write: (files: { readonly [name: string]: string | Uint8Array | object }) => Promise<void>;
  readonly read: (name: string) => Promise<string>;
  readonly run: (...args: ReadonlyArray<string>) => Promise<Ran>;
  readonly runWith: (io: Partial<Io>, ...args: ReadonlyArray<string>) => Promise<Ran>;
  /** Runs, demands success and reads what is printed as JSON. */
  readonly json: (...args: ReadonlyArray<string>) => Promise<unknown>;
}

/** Makes a {@link Sandbox} with some files; what is no text and no bytes is written as JSON. */
export const sandbox = async (files: Parameters<Sandbox['write']>[0] = {}): Promise<Sandbox> => {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-cli-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  const runWith: Sandbox['runWith'] = async (io, ...args) => {
    const [out, err]: [Array<string>, Array<string>] = [[], []];
    const code = await runCli(args, {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      env: {},
      cwd: folder,
      ...io,
    });
    return { code, out: out.join(''), err: err.join('') };
  };
  const made: Sandbox = {
    folder,
    path,
    write: async (more) => {
      for (const [name, content] of Object.entries(more)) {
        const isPlain = typeof content === 'string' || content instanceof Uint8Array;
        await writeFile(path(name), isPlain ? content : JSON.stringify(content, undefined, 2));
      }
    },
    read: (name) => readFile(path(name), 'utf8'),
    run: (...args) => runWith({}, ...args),
    runWith,
    json: async (...args) => {
      const { code, out, err } = await runWith({}, ...args, '--json');
      if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
      return JSON.parse(out);
    },
  };
  await made.write(files);
  return made;
};
