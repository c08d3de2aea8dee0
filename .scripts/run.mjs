// Runs a built program on the project's own Node, from the folder the user stands in.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureReady, node24, root } from './setup.mjs';

ensureReady();
const [entry, ...args] = process.argv.slice(2);
const child = spawn(node24, [join(root, entry), ...args], {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
