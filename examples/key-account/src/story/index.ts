/** One key-account project, from the first information to what grows out of it. */
import type { Step } from '../step.js';
import { chain } from './chain.js';
import { collection } from './collection.js';
import { delivery } from './delivery.js';
import { establishment } from './establishment.js';
import { exchange } from './exchange.js';
import { founding } from './founding.js';
import { negotiation, signing } from './negotiation.js';
import { planning } from './planning.js';

/** Everything that was asked for, in the order of time. */
export const story: ReadonlyArray<Step> = [
  ...founding,
  ...collection,
  ...exchange,
  ...chain,
  ...establishment,
  ...planning,
  ...negotiation,
  ...signing,
  ...delivery,
].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));

/** When the story is over. */
export const OVER = '2026-11-01';
