import type { OwnershipReport } from '@millrace/projections';
import type { Log } from '../log.js';
import { allOf, customerOf, different, streamsOf, upTo } from './events.js';

const custodyOf = (own: Log) =>
  allOf(
    own,
    'CustomerEntered',
    'CustodyAssigned',
    'CustodyTransferred',
    'ClaimedFromPool',
    'CustodyReleasedToPool',
    'TemporaryCustodyStarted',
    'TemporaryCustodyEnded',
  );

/** Who holds a customer after an event of custody; null is the pool. */
const holderAfter = ({ type, data }: ReturnType<typeof custodyOf>[number]): string | null => {
  const said = data as {
    readonly to?: string;
    readonly by?: string;
    readonly manager?: string;
    readonly custodian?: string;
  };
  if (type === 'CustomerEntered') return said.custodian ?? null;
  if (type === 'ClaimedFromPool') return said.by ?? null;
  if (type === 'TemporaryCustodyStarted') return said.manager ?? null;
  return said.to ?? null;
};

/** Who holds a customer as of an instant; undefined before entry. */
export const heldAt = (own: Log, asOf: string): string | null | undefined => {
  const last = upTo(custodyOf(own), asOf).at(-1);
  return last && holderAfter(last);
};

/** Who held a customer when a move was made: what had been recorded before it and had happened by then. */
export const heldAtMove = (own: Log, { at, revision }: { readonly at: string; readonly revision: number }) => {
  const before = upTo(custodyOf(own), at).filter((event) => event.meta.effectiveAt < at || event.revision < revision);
  const last = before.at(-1);
  return last === undefined ? null : holderAfter(last);
};

/** Ownership by the textbook. */
export const expectedOwnership = (log: Log, asOf: string): OwnershipReport => {
  const held = streamsOf(log)
    .map((own) => upTo(custodyOf(own), asOf))
    .filter(({ length }) => length > 0);
  const last = held.flatMap((events) => events.slice(-1));
  const people = last.map(holderAfter).filter((person) => person !== null);
  return {
    customers: held.length,
    pool: last.length - people.length,
    temporary: last.filter(({ type }) => type === 'TemporaryCustodyStarted').length,
    transfers: held.flat().filter(({ type }) => type === 'CustodyTransferred').length,
    byCustodian: new Map(
      [...different(people)].sort().map((person) => [person, people.filter((one) => one === person).length]),
    ),
  };
};

/** The events of one customer. */
export const ownOf = (log: Log, customer: string): Log =>
  streamsOf(log).find((own) => customerOf(own) === customer) ?? [];
