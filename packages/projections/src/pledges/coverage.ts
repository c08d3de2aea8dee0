import type { Documents, Instant } from '@millrace/kernel';
import { type Span, spanAt } from '@millrace/sales';
import { byText } from '../count.js';
import type { OrganisationDocument } from '../organisation/index.js';
import type { Span as Stretch } from '../timeline.js';
import type { PledgeAsOf } from './documents.js';

/** A unit, and who leads it. */
export interface LedUnit {
  readonly unit: string;
  readonly leader: string;
}

/**
 * Who has sworn and who has not: everybody employed for himself, but who leads a unit for that unit.
 *
 * @source ORG-25
 */
export interface PledgeCoverage {
  readonly expected: number;
  readonly sworn: number;
  readonly notSworn: { readonly people: ReadonlyArray<string>; readonly units: ReadonlyArray<LedUnit> };
}

/** The coverage as of an instant; once the period is over, of who was there at its end. */
export const coverage = (
  organisation: Documents<OrganisationDocument>,
  pledges: ReadonlyArray<PledgeAsOf>,
  { end }: Stretch,
  asOf: Instant,
): PledgeCoverage => {
  const standing = pledges.filter(({ state }) => state.phase !== 'unsworn');
  const swore = (person: string) => standing.some(({ name }) => name.person === person && name.unit === undefined);
  const teams = new Set(standing.flatMap(({ name: { unit } }) => (unit === undefined ? [] : [unit])));
  const there = <What>(spans: ReadonlyArray<Span<What>>): Span<What> | undefined =>
    asOf < end
      ? spanAt(spans, asOf)
      : spans.find((span) => span.from < end && (span.to === undefined || span.to >= end));

  const people: Array<string> = [];
  const units: Array<LedUnit> = [];
  for (const { id, state } of organisation.values()) {
    if (state.phase === 'staff' && there(state.employments) !== undefined) people.push(id);
    if (state.phase === 'opened') {
      const leader = there(state.leaders)?.what;
      if (leader !== undefined) units.push({ unit: id, leader });
    }
  }
  const leaders = new Set(units.map(({ leader }) => leader));
  const own = people.filter((person) => !leaders.has(person));
  const notSworn = {
    people: own.filter((person) => !swore(person)).sort(byText),
    units: units.filter(({ unit }) => !teams.has(unit)).sort((a, b) => byText(a.unit, b.unit)),
  };
  const expected = own.length + units.length;
  return { expected, sworn: expected - notSworn.people.length - notSworn.units.length, notSworn };
};
