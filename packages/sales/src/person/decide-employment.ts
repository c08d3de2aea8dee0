/** Joining, names, data terms, resigning. @source ORG-14, DLR-33, DLR-44 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Person, Staff } from './evolve.js';
import { employed, forOneself, isTermOf, joinsAfter, nothingLater, stillEmployed } from './policy.js';
import type { Decision } from './refusals.js';
import { spanAt, spanOf } from './span.js';

/** Who resigned may join again: another employment of the same record. */
export const join = (
  { person: id, name, talent }: CommandTo<'JoinStaff'>,
  person: Person,
  context: Ruled,
): Decision => {
  const { effectiveAt } = context;
  if (person.phase === 'staff') {
    const isSo = spanAt(person.employments, effectiveAt)?.from === effectiveAt;
    if (isSo && person.name === name && person.talent === talent) return E.right([]);
  }
  return unless([joinsAfter(person, effectiveAt)], () => [
    { type: 'StaffJoined', data: { person: id, name, ...defined({ talent }) }, effectiveAt },
  ]);
};

export const rename = ({ name }: CommandTo<'RenamePerson'>, staff: Staff, { effectiveAt }: Ruled): Decision =>
  staff.name === name ? E.right([]) : E.right([{ type: 'PersonRenamed', data: { name }, effectiveAt }]);

/** DLR-33: accepted for good, for oneself. */
export const acceptTerms = (
  { person, terms }: CommandTo<'AcceptDataTerms'>,
  staff: Staff,
  context: Ruled,
): Decision => {
  const { effectiveAt } = context;
  if (spanOf(staff.dataTerms, terms, effectiveAt) !== undefined) return E.right([]);
  return unless([forOneself(person, context), employed(person, staff, effectiveAt)], () => [
    { type: 'DataTermsAccepted', data: { terms }, effectiveAt },
  ]);
};

/** DLR-44: ends the employment that lasts, membership and roles, and bars what begins later. */
export const resign = ({ person, reason }: CommandTo<'ResignSeller'>, staff: Staff, context: Ruled): Decision => {
  const { effectiveAt } = context;
  const ended = staff.employments.some(({ to }) => to === effectiveAt);
  if (ended && spanAt(staff.employments, effectiveAt) === undefined) return E.right([]);
  return unless(
    [
      stillEmployed(person, staff, effectiveAt),
      isTermOf('resignation', reason, context),
      nothingLater(staff, effectiveAt),
    ],
    () => [{ type: 'SellerResigned', data: { reason }, effectiveAt }],
  );
};
