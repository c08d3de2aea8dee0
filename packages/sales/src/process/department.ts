/** Who takes part in a purchase on the customer's side. @source PRJ-18, PRJ-19 */
import { struct } from '@millrace/kernel';
import type * as t from 'io-ts';
import { Label, Term } from '../terms.js';

export const Department = struct(
  { id: Term, name: Label },
  {
    /** The one it reports to; the top of a decision chain, or where the chain is not known, none. */
    reportsTo: Term,
  },
  'Department',
);
export type Department = t.TypeOf<typeof Department>;
