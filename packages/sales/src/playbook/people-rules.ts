/** What an organisation asks of its people before they may act. */
import { struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Named } from '../terms.js';

/** What a person may not do before being fit for it. */
const Undertaking = t.keyof({ custody: null, pledge: null });
export type Undertaking = t.TypeOf<typeof Undertaking>;

export const PeopleRules = struct(
  {
    /** What only those with a valid post qualification may take on. @source ORG-12 */
    qualifiedFor: t.readonlyArray(Undertaking),
    /** What only those who accepted the data terms may take on. @source DLR-33 */
    dataTermsFor: t.readonlyArray(Undertaking),
    /** Posts that one can be qualified for. */
    posts: t.readonlyArray(Named),
    /** Why people resign. */
    resignation: t.readonlyArray(Named),
  },
  {},
  'PeopleRules',
);
export type PeopleRules = t.TypeOf<typeof PeopleRules>;
