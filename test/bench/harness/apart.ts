import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Apart, Setting } from './row.js';

/** Runs a work of {@link works} in a process of its own and tells how much memory it took at most. */
export const workApart: Setting['apart'] = (work, args) =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('apart-process.js', import.meta.url)), [work, ...args], {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let apart: Apart | undefined;
    child.on('message', (message: Apart) => {
      apart = message;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0 && apart !== undefined) resolve(apart);
      else reject(new Error(`the work ${work} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
