import type { BusinessId } from '@millrace/kernel';
import type * as t from 'io-ts';
import type { PlannedActivity } from './terms.js';

/** Everybody whom a piece of the work breakdown names. @source PRJ-31 */
export const responsibleFor = ({
  responsible,
  accountable,
  consulted = [],
  informed = [],
}: t.TypeOf<typeof PlannedActivity>): ReadonlyArray<BusinessId> => [
  responsible,
  ...(accountable === undefined ? [] : [accountable]),
  ...consulted,
  ...informed,
];
