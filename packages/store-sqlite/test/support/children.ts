import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A process of its own that works on a database through the built package. */
export interface Child {
  readonly pid: number;
  /** The lines it has printed so far. */
  readonly lines: ReadonlyArray<string>;
  /** Settles at its first line that begins so. */
  readonly says: (beginning: string) => Promise<string>;
  readonly kill: () => Promise<void>;
  /** Settles when it has ended by itself. @throws Error where it failed. */
  readonly done: () => Promise<void>;
}

/** Runs a program of `test/children` with Node, which strips its types. */
export const child = (
  program: 'appender' | 'locker' | 'opener',
  args: ReadonlyArray<string | number>,
  as: { readonly uid?: number; readonly gid?: number } = {},
): Child => {
  const path = fileURLToPath(new URL(`../children/${program}.ts`, import.meta.url));
  const running = spawn(process.execPath, [path, ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
    ...as,
  });
  const lines: Array<string> = [];
  const errors: Array<Buffer> = [];
  running.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const reader = createInterface({ input: running.stdout });
  let listeners: Array<() => void> = [];
  const tell = (): void => {
    const told = listeners;
    listeners = [];
    for (const one of told) one();
  };
  reader.on('line', (line) => {
    lines.push(line);
    tell();
  });
  let code: number | string | undefined;
  const ended = new Promise<void>((resolve, reject) => {
    running.once('error', reject);
    running.once('close', (exit, signal) => {
      code = exit ?? signal ?? 'unknown';
      tell();
      resolve();
    });
  });
  onTestFinished(async () => {
    running.kill('SIGKILL');
    await ended;
  });
  const failure = (): Error => new Error(`${program} ended with ${code}: ${Buffer.concat(errors).toString()}`);

  return {
    pid: running.pid ?? 0,
    lines,
    says: async (beginning) => {
      for (;;) {
        const line = lines.find((one) => one.startsWith(beginning));
        if (line !== undefined) return line;
        if (code !== undefined) throw failure();
        await new Promise<void>((resolve) => listeners.push(resolve));
      }
    },
    kill: async () => {
      running.kill('SIGKILL');
      await ended;
    },
    done: async () => {
      await ended;
      if (code !== 0) throw failure();
    },
  };
};
