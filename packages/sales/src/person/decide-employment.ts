/** Joining, names, data terms, resigning. @source ORG-14, DLR-33, DLR-44 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, refuse, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Person, Staff } from './evolve.js';
import { employed, isTermOf, nothingLater } from './policy.js';
import type { Decision } from './refusals.js';
import { overlapping, spanAt } from './span.js';

/** Who resigned may join again: another employment of the same record. */
export const join = (
  { person: id, name, talent }: CommandTo<'JoinStaff'>,
  person: Person,
  context: Ruled,
): Decision => {
  const { effectiveAt } = context;
  const standing = person.phase === 'staff' ? overlapping(person.employments, effectiveAt, undefined) : undefined;
  if (standing !== undefined) {
    return person.phase === 'staff' && standing.from === effectiveAt && person.name === name
      ? E.right([])
      : refuse({ type: 'PersonAlreadyJoined', since: standing.from });
  }
  return E.right([{ type: 'StaffJoined', data: { person: id, name, ...defined({ talent }) }, effectiveAt }]);
};

export const rename = ({ name }: CommandTo<'RenamePerson'>, staff: Staff, { effectiveAt }: Ruled): Decision =>
  staff.name === name ? E.right([]) : E.right([{ type: 'PersonRenamed', data: { name }, effectiveAt }]);

/** DLR-33: accepted once, for good, until other terms are. */
export const acceptTerms = (
  { person, terms }: CommandTo<'AcceptDataTerms'>,
  staff: Staff,
  { effectiveAt }: Ruled,
): Decision => {
  const known = staff.dataTerms;
  if (known !== undefined && known.terms === terms && known.since <= effectiveAt) return E.right([]);
  return unless([employed(person, staff, effectiveAt)], () => [
    { type: 'DataTermsAccepted', data: { terms }, effectiveAt },
  ]);
};

/** DLR-44: ends membership and roles, and bars what begins later. */
export const resign = ({ person, reason }: CommandTo<'ResignSeller'>, staff: Staff, context: Ruled): Decision => {
  const { effectiveAt } = context;
  const ended = staff.employments.some(({ to }) => to === effectiveAt);
  if (ended && spanAt(staff.employments, effectiveAt) === undefined) return E.right([]);
  return unless(
    [employed(person, staff, effectiveAt), isTermOf('resignation', reason, context), nothingLater(staff, effectiveAt)],
    () => [{ type: 'SellerResigned', data: { reason }, effectiveAt }],
  );
};
