import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured, Progress } from './measure.js';
import type { Setting } from './row.js';

/** What a row's process is asked for. */
export interface RowTask {
  readonly name: string;
  readonly rounds: number;
  readonly setting: Omit<Setting, 'apart'>;
}

/** What a row's process tells. */
export type FromRow =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'measured'; readonly measured: ReadonlyArray<Measured> };

/** Measures one row in a process of its own. */
export const runRow = (task: RowTask, onProgress: (progress: Progress) => void): Promise<ReadonlyArray<Measured>> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('row-process.js', import.meta.url)), [JSON.stringify(task)], {
      execArgv: ['--expose-gc', '--max-old-space-size=8192'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let measured: ReadonlyArray<Measured> | undefined;
    child.on('message', (message: FromRow) => {
      if (message.type === 'progress') onProgress(message.progress);
      else measured = message.measured;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0 && measured !== undefined) resolve(measured);
      else reject(new Error(`the process of row ${task.name} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
