import { SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';

/** A tier of achieved performance, `[from, to)` in minor units of the reporting currency, and its rate in basis points. */
const Tier = struct({ from: SafeInteger, to: t.union([SafeInteger, t.null]), rateBp: SafeInteger }, {}, 'Tier');
export type Tier = t.TypeOf<typeof Tier>;

/**
 * What a fulfilled pledge earns: `marginal` pays each tier's rate on the part within it,
 * `wholePeriod` the rate of the tier reached on everything.
 *
 * @source ORG-28, metrics.md section 5
 */
export const IncentiveRule = struct(
  { mode: t.keyof({ marginal: null, wholePeriod: null }), tiers: t.readonlyArray(Tier) },
  {},
  'IncentiveRule',
);
export type IncentiveRule = t.TypeOf<typeof IncentiveRule>;
