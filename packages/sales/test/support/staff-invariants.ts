import assert from 'node:assert/strict';
import type { Instant } from '@millrace/kernel';
import { covers, type Person, type Span, type Staff, type Unit } from '@millrace/sales';

type Spans = ReadonlyArray<Span<string>>;

/** Every instant at which something of a record begins or ends: between two of them nothing changes. */
const turns = (...kinds: ReadonlyArray<Spans>): ReadonlyArray<Instant> =>
  kinds.flat().flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));

/** How many of the stretches hold at an instant. */
const held = (spans: Spans, at: Instant): number => spans.filter((span) => covers(span, at)).length;

const of = (spans: Spans, what: string): Spans => spans.filter((span) => span.what === what);

/** What is so of every person's record, whatever was asked. */
export const personInvariants = (person: Person): void => {
  if (person.phase === 'staff') ofStaff(person);
};

const ofStaff = ({ employments, roles, teams, qualifications, dataTerms }: Staff): void => {
  const stretches = [...employments, ...roles, ...teams, ...qualifications];
  assert(
    stretches.every(({ from, to }) => to === undefined || from <= to),
    'a stretch does not end before it begins',
  );
  for (const at of turns(employments, roles, teams, qualifications, dataTerms)) {
    const employed = held(employments, at);
    assert(employed <= 1, 'one employment at a time');
    assert(held(teams, at) <= 1, 'DLR-51: at most one unit at a time');
    assert(employed === 1 || held(teams, at) === 0, 'OWN-4: nobody is in a team without being employed');
    assert(employed === 1 || held(roles, at) === 0, 'OWN-4: nobody holds a role without being employed');
    for (const { what } of roles) assert(held(of(roles, what), at) <= 1, 'a role is held once');
    for (const { what } of qualifications) assert(held(of(qualifications, what), at) <= 1, 'a post is passed once');
  }
  const [first] = employments;
  assert(first !== undefined, 'ORG-14: a record begins with joining');
  for (const { from } of [...roles, ...teams, ...qualifications, ...dataTerms]) {
    assert(from >= first.from, 'OWN-4: nothing begins before joining');
  }
};

/** What is so of every unit, whatever was asked. */
export const unitInvariants = (unit: Unit): void => {
  if (unit.phase === 'unknown') return;
  const { openedAt, closedAt, leaders } = unit;
  assert(closedAt === undefined || closedAt >= openedAt, 'a unit is not closed before it is opened');
  for (const at of turns(leaders)) assert(held(leaders, at) <= 1, 'ORG-25: one leader at a time');
  for (const [index, { from, to }] of leaders.entries()) {
    assert(from >= openedAt && (closedAt === undefined || (to !== undefined && to <= closedAt)));
    const next = leaders[index + 1];
    assert(next === undefined || (to !== undefined && to <= next.from), 'leadership never goes back');
  }
};
