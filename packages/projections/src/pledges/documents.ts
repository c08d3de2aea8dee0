import { type Documents, type Instant, replay } from '@millrace/kernel';
import { type Pledge, type PledgeEvent, type PledgeName, pledgeFold, pledgeStream } from '@millrace/sales';
import type { CreditsDocument } from '../credits/index.js';
import type { OrganisationDocument } from '../organisation/index.js';
import type { PeriodDocument } from '../periods/index.js';
import type { EventRef } from '../receipt.js';
import type { PledgeDocument, PledgeEntry } from './view.js';

/**
 * What questions about the pledges of a period are answered from.
 *
 * Where the period is cut off, `organisation` is to be as known at its cut-off: memberships recorded
 * later change nothing of it. The others may be as known at any later position, for what came in
 * late stands apart in them.
 */
export interface PledgeDocuments {
  readonly pledges: Documents<PledgeDocument>;
  readonly periods: Documents<PeriodDocument>;
  readonly credits: Documents<CreditsDocument>;
  readonly organisation: Documents<OrganisationDocument>;
}

/** The event by which a pledge was sworn. */
export type SwornEvent = Extract<PledgeEvent, { readonly type: 'PledgeSworn' }>;

/** A pledge as of an instant: how it was sworn last, and where it stands. */
export interface PledgeAsOf {
  readonly id: string;
  readonly name: PledgeName;
  readonly sworn: PledgeEntry & { readonly event: SwornEvent };
  /** Unsworn where it was withdrawn. */
  readonly state: Pledge;
}

/** The pledges of a period that had been sworn by `asOf`, by id; of all time, where no instant is given. */
export const pledgesOf = (
  documents: Documents<PledgeDocument>,
  period: string,
  asOf?: Instant,
): ReadonlyArray<PledgeAsOf> =>
  [...documents]
    .filter(([, document]) => document.period === period)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, document]) => {
      const pledge = pledgeAsOf(id, document, asOf);
      return pledge === undefined ? [] : [pledge];
    });

/** One pledge as of an instant; none where it had not been sworn. */
export const pledgeAsOf = (id: string, document: PledgeDocument, asOf?: Instant): PledgeAsOf | undefined => {
  const { period, person, unit, entries } = document;
  const happened = asOf === undefined ? entries : entries.filter(({ at }) => at <= asOf);
  const sworn = happened.findLast(isSworn);
  if (sworn === undefined) return undefined;
  const state =
    happened === entries
      ? document.state
      : replay(
          pledgeFold,
          happened.map(({ event }) => event),
        );
  return { id, name: { period, person, ...(unit === null ? {} : { unit }) }, sworn, state };
};

const isSworn = (entry: PledgeEntry): entry is PledgeAsOf['sworn'] => entry.event.type === 'PledgeSworn';

/** Where an event of a pledge stands. */
export const receiptOf = (name: PledgeName, { by }: Pick<PledgeEntry, 'by'>): EventRef => ({
  stream: pledgeStream(name),
  revision: by,
});
