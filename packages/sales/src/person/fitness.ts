/** Whether a person may take something on. @source ORG-12, DLR-33, OWN-4 */
import type { BusinessId, Instant } from '@millrace/kernel';
import { type Check, ok, refuse } from '../checks.js';
import type { PeopleRules, Undertaking } from '../playbook/readable.js';
import type { Person } from './evolve.js';
import { spanAt } from './span.js';

export type FitnessRefusal =
  | { readonly type: 'PersonResigned'; readonly person: string; readonly since: Instant }
  | { readonly type: 'PersonNotQualified'; readonly person: string; readonly undertaking: Undertaking }
  | { readonly type: 'DataTermsNotAccepted'; readonly person: string; readonly undertaking: Undertaking };

/** The moment from which a person is gone, as seen at an instant; nothing where employed, not yet so, or unknown. */
export const goneSince = (person: Person, at: Instant): Instant | undefined => {
  if (person.phase === 'unknown' || spanAt(person.employments, at) !== undefined) return undefined;
  return person.employments.findLast(({ to }) => to !== undefined && to <= at)?.to;
};

/** Whether a person had joined by an instant, be it to leave again. */
export const joinedBy = (person: Person, at: Instant): boolean =>
  person.phase === 'staff' && person.employments.some(({ from }) => from <= at);

/** OWN-4: who has resigned takes on nothing more. */
const notGone = (id: BusinessId, person: Person, at: Instant): Check<FitnessRefusal> => {
  const since = goneSince(person, at);
  return since === undefined ? ok : refuse({ type: 'PersonResigned', person: id, since });
};

/** ORG-12: a valid post qualification, where the playbook asks for one. */
const qualified = (
  id: BusinessId,
  person: Person,
  undertaking: Undertaking,
  { qualifiedFor }: PeopleRules,
  at: Instant,
): Check<FitnessRefusal> => {
  const holds = person.phase === 'staff' && spanAt(person.qualifications, at) !== undefined;
  return holds || !qualifiedFor.includes(undertaking)
    ? ok
    : refuse({ type: 'PersonNotQualified', person: id, undertaking });
};

/** DLR-33: the data terms accepted, where the playbook asks for it. */
const acceptedTerms = (
  id: BusinessId,
  person: Person,
  undertaking: Undertaking,
  { dataTermsFor }: PeopleRules,
  at: Instant,
): Check<FitnessRefusal> => {
  const accepted = person.phase === 'staff' && spanAt(person.dataTerms, at) !== undefined;
  return accepted || !dataTermsFor.includes(undertaking)
    ? ok
    : refuse({ type: 'DataTermsNotAccepted', person: id, undertaking });
};

/** Everything asked of who takes something on, in this order. */
export const fit = (
  id: BusinessId,
  person: Person,
  undertaking: Undertaking,
  rules: PeopleRules,
  at: Instant,
): ReadonlyArray<Check<FitnessRefusal>> => [
  notGone(id, person, at),
  qualified(id, person, undertaking, rules, at),
  acceptedTerms(id, person, undertaking, rules, at),
];
