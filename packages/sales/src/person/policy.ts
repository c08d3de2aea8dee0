/** The rules of a person's record, named. Each says in its first line where it comes from. */
import type { Instant } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse } from '../checks.js';
import { roleIn } from '../governance/index.js';
import type { Unit } from '../unit/readable.js';
import type { Ruled } from './context.js';
import type { Person, Staff } from './evolve.js';
import { goneSince } from './fitness.js';
import type { Check } from './refusals.js';
import { covers, overlapping, type Span, spanAt } from './span.js';

/** ORG-14: a record begins with joining. */
export const whenKnown = (person: Person, id: string): Check<Staff> =>
  person.phase === 'staff' ? E.right(person) : refuse({ type: 'PersonUnknown', person: id });

/** ORG-14: one employment after the other. */
export const joinsAfter = (person: Person, at: Instant): Check => {
  const last = person.phase === 'staff' ? person.employments.at(-1) : undefined;
  return last === undefined || (last.to !== undefined && last.to <= at)
    ? ok
    : refuse({ type: 'PersonAlreadyJoined', since: last.from });
};

/** OWN-4: nothing begins before joining, nor after resigning. */
export const employed = (id: string, person: Staff, at: Instant): Check<Span<'staff'>> => {
  const employment = spanAt(person.employments, at);
  if (employment !== undefined) return E.right(employment);
  const since = goneSince(person, at);
  if (since !== undefined) return refuse({ type: 'PersonResigned', person: id, since });
  return refuse({ type: 'BeforeJoining', joined: person.employments[0]?.from ?? at });
};

/** OWN-4: a role or a membership is held by who is employed, from its beginning to its end. */
export const employedThroughout = (id: string, person: Staff, from: Instant, until: Instant | undefined): Check => {
  const employment = employed(id, person, from);
  if (E.isLeft(employment)) return employment;
  const { to } = employment.right;
  return to === undefined || (until !== undefined && until <= to)
    ? ok
    : refuse({ type: 'PersonResigned', person: id, since: to });
};

/** DLR-44: one resigns once from an employment. */
export const stillEmployed = (id: string, person: Staff, at: Instant): Check => {
  const employment = employed(id, person, at);
  if (E.isLeft(employment)) return employment;
  const { to } = employment.right;
  return to === undefined ? ok : refuse({ type: 'PersonResigned', person: id, since: to });
};

/** DLR-33: one accepts for oneself; only who acts in a role that no person holds records it for others. */
export const forOneself = (person: string, { actor, role, rules }: Ruled): Check => {
  const listed = roleIn(rules.playbook.permissions, role);
  return listed?.holder !== 'person' || actor === person ? ok : refuse({ type: 'NotThePerson', person, actor });
};

/** DLR-51: membership, roles and qualifications are half-open stretches; the end lies after the beginning. */
export const hasLength = (from: Instant, until: Instant | undefined): Check =>
  until === undefined || until > from ? ok : refuse({ type: 'StretchWithoutLength', from, until });

/** I-54: at most one at a time. */
export const alone = (spans: ReadonlyArray<Span<string>>, from: Instant, until: Instant | undefined): Check => {
  const other = overlapping(spans, from, until);
  return other === undefined
    ? ok
    : refuse({ type: 'StretchesOverlap', what: other.what, from: other.from, to: other.to ?? null });
};

/** What ends must hold then. */
export const holding = (spans: ReadonlyArray<Span<string>>, what: string, at: Instant): Check =>
  spans.some((span) => span.what === what && covers(span, at)) ? ok : refuse({ type: 'NothingToEnd', what });

/** REL-12: a role that persons hold; any, where the playbook permits everything. */
export const isRole = (id: string, { rules }: Ruled): Check => {
  const { permissions } = rules.playbook;
  if (permissions.allow === 'all') return ok;
  return permissions.roles.some(({ role, holder }) => role === id && holder === 'person')
    ? ok
    : refuse({ type: 'UndefinedTerm', list: 'roles', id });
};

/** ORG-12, DLR-44: posts, and reasons to resign, are the playbook's. */
export const isTermOf = (list: 'posts' | 'resignation', id: string, { rules }: Ruled): Check =>
  rules.playbook.people[list].some((term) => term.id === id) ? ok : refuse({ type: 'UndefinedTerm', list, id });

/** DLR-51: one joins a unit that is open then. */
export const openUnit = (id: string, unit: Unit | undefined, at: Instant): Check => {
  if (unit === undefined || unit.phase === 'unknown') return refuse({ type: 'UnitUnknown', unit: id });
  const { openedAt, closedAt } = unit;
  return covers({ from: openedAt, ...(closedAt === undefined ? {} : { to: closedAt }) }, at)
    ? ok
    : refuse({ type: 'UnitNotOpen', unit: id, openedAt, closedAt: closedAt ?? null });
};

/** DLR-44: resigning ends what lasts; what begins later contradicts it. */
export const nothingLater = ({ roles, teams, qualifications, dataTerms }: Staff, at: Instant): Check => {
  const later = [...roles, ...teams, ...qualifications, ...dataTerms].find(({ from }) => from > at);
  return later === undefined ? ok : refuse({ type: 'BeganLater', what: later.what, from: later.from });
};
