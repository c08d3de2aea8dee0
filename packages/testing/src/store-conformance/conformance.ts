import type { Capabilities } from '@millrace/kernel';
import type { OpenBackend } from './backend.js';
import { appends } from './groups/appends.js';
import { changes } from './groups/changes.js';
import { durability } from './groups/durability.js';
import { endings } from './groups/endings.js';
import { foreseen } from './groups/foreseen.js';
import { guards } from './groups/guards.js';
import { interleavings } from './groups/interleavings.js';
import { limits } from './groups/limits.js';
import { order } from './groups/order.js';
import { processes } from './groups/processes.js';
import { races } from './groups/races.js';
import { random } from './groups/random.js';
import { reads } from './groups/reads.js';
import { repeats } from './groups/repeats.js';
import { severalStreams } from './groups/several-streams.js';
import { subscriptions } from './groups/subscriptions.js';
import { tenants } from './groups/tenants.js';
import { values } from './groups/values.js';
import { type ConformanceOptions, type Group, type StoreCase, suiteOf } from './suite.js';

const groups: ReadonlyArray<Group> = [
  appends,
  races,
  interleavings,
  guards,
  foreseen,
  severalStreams,
  repeats,
  order,
  reads,
  subscriptions,
  endings,
  tenants,
  limits,
  values,
  changes,
  durability,
  processes,
  random,
];

/**
 * Everything the {@link EventStore} port promises, as named cases without a test runner.
 *
 * Each case opens a backend of its own. Where a capability is missing, the cases that need it give
 * way to those that show the documented refusal.
 *
 * @example
 * for (const { name, run } of storeConformance(open, capabilities)) test(name, run);
 *
 * @source stores.md section 1 (S1 to S9, S11 to S13, acceptance tests 1 to 4, 8, 9), trust.md sections 3 and 5
 */
export const storeConformance = (
  open: OpenBackend,
  capabilities: Capabilities,
  options: ConformanceOptions = {},
): ReadonlyArray<StoreCase> => {
  const suite = suiteOf(open, capabilities, options);
  return groups.flatMap((group) => group(suite));
};
