import type { BusinessId, Instant } from '@millrace/kernel';
import { dealership, type PersonCommand, type Term } from '@millrace/sales';
import fc from 'fast-check';
import { sellerIds, unitIds } from './people.js';
import { timeAt } from './time.js';

type CommandTo<Type extends PersonCommand['type']> = Extract<PersonCommand, { type: Type }>;
type Fields = { readonly [Type in PersonCommand['type']]: fc.Arbitrary<Omit<CommandTo<Type>, 'type' | 'person'>> };

/** A term of a list, seldom one that it does not have. */
const termOf = (...ids: ReadonlyArray<string>): fc.Arbitrary<Term> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...(ids as ReadonlyArray<Term>)) },
    { weight: 1, arbitrary: fc.constant('unheardOf' as Term) },
  );

const role = termOf('seller', 'manager');
const post = termOf(...dealership.people.posts.map(({ id }) => id));
const reason = termOf(...dealership.people.resignation.map(({ id }) => id));
const unit = fc.constantFrom(...unitIds);
const name = fc.constantFrom('Ada', 'Ada', 'Ada Lovelace');

/** Half of the stretches last; the others end early, in the middle, or late in a walk. */
const until: fc.Arbitrary<{ readonly until?: Instant }> = fc
  .option(fc.constantFrom(1, 8, 24), { freq: 2 })
  .map((step) => (step === null ? {} : { until: timeAt(step) }));

const fields: Fields = {
  JoinStaff: fc.record({ name, talent: fc.constant('directSeller' as const) }, { requiredKeys: ['name'] }),
  RenamePerson: fc.record({ name }),
  GrantRole: fc.tuple(fc.record({ role }), until).map(([what, end]) => ({ ...what, ...end })),
  RevokeRole: fc.record({ role }),
  JoinTeam: fc.tuple(fc.record({ unit }), until).map(([what, end]) => ({ ...what, ...end })),
  LeaveTeam: fc.record({ unit }),
  QualifyForPost: fc.tuple(fc.record({ post }), until).map(([what, end]) => ({ ...what, ...end })),
  ExpireQualification: fc.record({ post }),
  AcceptDataTerms: fc.record({ terms: fc.constantFrom('2025', '2026') }),
  ResignSeller: fc.record({ reason }),
};

const allTypes = Object.keys(fields) as ReadonlyArray<PersonCommand['type']>;

/** A command about one person: any, or one of `types`. */
export const personCommands = (
  person: BusinessId = sellerIds[0],
  types: ReadonlyArray<PersonCommand['type']> = allTypes,
): fc.Arbitrary<PersonCommand> =>
  fc.oneof(...types.map((type) => fields[type].map((rest) => ({ type, person, ...rest }) as PersonCommand)));
