/** What a pledge achieved, counted event by event: the plain way, to hold faster ones to. */
import { type Envelope, eventOf, type Instant, type Position, replay } from '@millrace/kernel';
import { type Person, type PersonEvent, personFold, personStream, type SaleEvent, spanAt } from '@millrace/sales';
import type { SalesEvent } from './world.js';

/** What is counted for whom. */
export interface Counted {
  readonly person: string;
  /** The unit of a team's pledge. */
  readonly unit?: string | undefined;
  readonly basis: string;
  readonly start: Instant;
  readonly end: Instant;
}

type Log = ReadonlyArray<Envelope<SalesEvent>>;

/**
 * The revenue credited in `[start, end)`, recorded before position `before`, in minor units: a person's
 * own, or of everybody who then was a member of the unit or of one below it, as known before `knownAt`.
 *
 * @source Q20, PLG-14, metrics.md section 4
 */
export const achievedOf = (
  log: Log,
  { person, unit, basis, start, end }: Counted,
  before: Position,
  knownAt: Position = before,
): number => {
  const units = unit === undefined ? new Set<string>() : withDescendants(unit, log, knownAt);
  const people = new Map<string, Person>();
  const memberThen = (id: string, at: Instant): boolean => {
    const record = people.get(id) ?? recordOf(id, log, knownAt);
    people.set(id, record);
    return units.has(record.phase === 'staff' ? (spanAt(record.teams, at)?.what ?? '') : '');
  };

  let total = 0;
  for (const { position, type, data, meta } of log) {
    if (position >= before || (type !== 'SaleCredited' && type !== 'SaleCreditReversed')) continue;
    const { effectiveAt } = meta;
    const sale = data as SaleEvent['data'];
    if (effectiveAt < start || effectiveAt >= end || sale.basis !== basis) continue;
    for (const split of sale.revenue) {
      const counts = unit === undefined ? split.person === person : memberThen(split.person, effectiveAt);
      if (counts) total += split.amount.minor;
    }
  }
  return total;
};

/** A person's record as known before a position. */
const recordOf = (person: string, log: Log, knownAt: Position): Person => {
  const stream = personStream(person);
  const events = log.filter((one) => one.stream === stream && one.position < knownAt);
  return replay(
    personFold,
    events.map((one) => eventOf(one) as PersonEvent),
  );
};

const withDescendants = (unit: string, log: Log, knownAt: Position): ReadonlySet<string> => {
  const found = new Set([unit]);
  for (const { position, type, data } of log) {
    if (position >= knownAt || type !== 'UnitOpened') continue;
    const { unit: id, parent } = data as { readonly unit: string; readonly parent?: string };
    if (parent !== undefined && found.has(parent)) found.add(id);
  }
  return found;
};
