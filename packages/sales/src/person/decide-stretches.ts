/**
 * Roles, membership and qualification: stretches of time that may be dated back, as long as none
 * overlaps another of its kind.
 *
 * @source ORG-12, DLR-51, REL-12
 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, unless } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Staff } from './evolve.js';
import { alone, employed, employedThroughout, hasLength, holding, isRole, isTermOf, openUnit } from './policy.js';
import type { Decision } from './refusals.js';
import type { Span } from './span.js';

export const grant = ({ person, role, until }: CommandTo<'GrantRole'>, staff: Staff, context: Ruled): Decision => {
  const { effectiveAt } = context;
  const granted = only(staff.roles, role);
  if (isSo(granted, effectiveAt, until)) return E.right([]);
  return unless(
    [
      isRole(role, context),
      hasLength(effectiveAt, until),
      employedThroughout(person, staff, effectiveAt, until),
      alone(granted, effectiveAt, until),
    ],
    () => [{ type: 'RoleGranted', data: { role, ...defined({ until }) }, effectiveAt }],
  );
};

export const revoke = ({ role }: CommandTo<'RevokeRole'>, { roles }: Staff, { effectiveAt }: Ruled): Decision =>
  endsThere(roles, role, effectiveAt)
    ? E.right([])
    : unless([holding(roles, role, effectiveAt)], () => [{ type: 'RoleRevoked', data: { role }, effectiveAt }]);

/** At most one unit at a time. */
export const joinTeam = ({ person, unit, until }: CommandTo<'JoinTeam'>, staff: Staff, context: Ruled): Decision => {
  const { effectiveAt } = context;
  if (isSo(only(staff.teams, unit), effectiveAt, until)) return E.right([]);
  return unless(
    [
      openUnit(unit, context.unit, effectiveAt),
      hasLength(effectiveAt, until),
      employedThroughout(person, staff, effectiveAt, until),
      alone(staff.teams, effectiveAt, until),
    ],
    () => [{ type: 'TeamJoined', data: { unit, ...defined({ until }) }, effectiveAt }],
  );
};

export const leaveTeam = ({ unit }: CommandTo<'LeaveTeam'>, { teams }: Staff, { effectiveAt }: Ruled): Decision =>
  endsThere(teams, unit, effectiveAt)
    ? E.right([])
    : unless([holding(teams, unit, effectiveAt)], () => [{ type: 'TeamLeft', data: { unit }, effectiveAt }]);

export const qualify = (
  { person, post, until }: CommandTo<'QualifyForPost'>,
  staff: Staff,
  context: Ruled,
): Decision => {
  const { effectiveAt } = context;
  const qualified = only(staff.qualifications, post);
  if (isSo(qualified, effectiveAt, until)) return E.right([]);
  return unless(
    [
      isTermOf('posts', post, context),
      hasLength(effectiveAt, until),
      employed(person, staff, effectiveAt),
      alone(qualified, effectiveAt, until),
    ],
    () => [{ type: 'PostQualified', data: { post, ...defined({ until }) }, effectiveAt }],
  );
};

export const unqualify = (
  { post }: CommandTo<'ExpireQualification'>,
  { qualifications }: Staff,
  { effectiveAt }: Ruled,
): Decision =>
  endsThere(qualifications, post, effectiveAt)
    ? E.right([])
    : unless([holding(qualifications, post, effectiveAt)], () => [
        { type: 'PostQualificationExpired', data: { post }, effectiveAt },
      ]);

const only = <What extends string>(spans: ReadonlyArray<Span<What>>, what: What): ReadonlyArray<Span<What>> =>
  spans.filter((span) => span.what === what);

/** That very stretch stands already. */
const isSo = (spans: ReadonlyArray<Span<string>>, from: string, to: string | undefined): boolean =>
  from !== to && spans.some((span) => span.from === from && span.to === to);

/** A stretch of it ended at that very time. */
const endsThere = (spans: ReadonlyArray<Span<string>>, what: string, at: string): boolean =>
  spans.some((span) => span.what === what && span.to === at);
