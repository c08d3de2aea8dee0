/** A process that does one work and tells what came of it and how much memory it took at most. */
import { works } from '../works/index.js';
import type { Apart } from './row.js';

const [name = '', file = ''] = process.argv.slice(2);
const work = works[name];
if (work === undefined) throw new RangeError(`there is no work ${name}`);

const result = await work(file);
const apart: Apart = { megabytes: (process.resourceUsage().maxRSS * 1_024) / 1_000_000, result };
process.send?.(apart);
process.disconnect?.();
