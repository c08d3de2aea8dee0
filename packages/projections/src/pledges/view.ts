import { eventOf, type Instant, type View } from '@millrace/kernel';
import { initialPledge, type Pledge, type PledgeEvent, pledgeFold } from '@millrace/sales';
import type { Draft } from 'immer';

/** An event of a pledge, as a statement shows it. */
export interface PledgeEntry {
  readonly by: number;
  readonly at: Instant;
  readonly event: PledgeEvent;
}

/** A pledge: where it stands, and everything that happened to it. */
export interface PledgeDocument {
  readonly period: string;
  readonly person: string;
  readonly unit: string | null;
  readonly state: Pledge;
  readonly entries: ReadonlyArray<PledgeEntry>;
}

/** The pledges, by `<period>/<person>` and, for a team, `<period>/<person>/<unit>`. @source ORG-25..27 */
export const pledgesView: View<PledgeEvent, PledgeDocument> = {
  name: 'pledges',
  version: 1,
  kinds: ['pledge'],
  empty: (key) => {
    const [period = '', person = '', unit = null] = key.split('/');
    return { period, person, unit, state: initialPledge, entries: [] };
  },
  on: (event) => [
    {
      key: event.stream.slice('pledge-'.length),
      change: (doc: Draft<PledgeDocument>): undefined => {
        const happened = eventOf(event);
        doc.state = pledgeFold.evolve(doc.state, happened) ?? doc.state;
        doc.entries.push({ by: event.revision, at: event.meta.effectiveAt, event: happened as Draft<PledgeEvent> });
      },
    },
  ],
};
