// Runs a program from the root and keeps what it prints.
import { spawn } from 'node:child_process';
import { root } from './setup.mjs';

export const quietly = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
      });
    }
    child.on('error', ({ message }) => resolve({ ok: false, output: `${command}: ${message}` }));
    child.on('close', (code, signal) =>
      resolve({ ok: code === 0, output: signal === null ? output : `${output}ended by ${signal}` }),
    );
  });
