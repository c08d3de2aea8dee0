import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of test input that lies beside a checkout, and is no part of it. */
const folder = fileURLToPath(new URL('../../../shared', import.meta.url));

/**
 * The path of shared test input; where it is absent, says so and gives nothing:
 * `const vectors = sharedPath('vectors/jcs'); describe.skipIf(vectors === undefined)(...)`.
 */
export const sharedPath = (path: string): string | undefined => {
  const full = join(folder, path);
  if (existsSync(full)) return full;
  console.warn(`skipped: the test input shared/${path} is not beside this checkout`);
  return undefined;
};
