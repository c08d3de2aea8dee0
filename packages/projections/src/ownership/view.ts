import type { BusinessId, Change, Envelope, Instant, View } from '@millrace/kernel';
import type { CustomerEvent, Term } from '@millrace/sales';
import type { Draft } from 'immer';

/** How a holding began. */
export type Beginning =
  | 'entered'
  | 'assigned'
  | 'transferred'
  | 'claimed'
  | 'released'
  | 'temporaryStarted'
  | 'temporaryEnded';

/** A holding from an instant on; it ends where the next begins, and may be of no length. */
export interface Holding {
  readonly at: Instant;
  /** The person in custody; nobody for the pool. */
  readonly person: BusinessId | null;
  readonly temporary: boolean;
  readonly began: Beginning;
  readonly reason: Term | null;
  /** Revision of the event that began it. */
  readonly by: number;
}

/** Who held one customer, in order. Empty until the customer is entered. */
export interface OwnershipDocument {
  readonly holdings: ReadonlyArray<Holding>;
}

/** Who has custody of whom, and had. @source OWN-1, OWN-2, DLR-33 */
export const ownershipView: View<CustomerEvent, OwnershipDocument> = {
  name: 'ownership',
  version: 1,
  kinds: ['customer'],
  empty: () => ({ holdings: [] }),
  on: (event) => {
    const holding = holdingOf(event);
    if (holding === undefined) return NOTHING;
    return [
      {
        key: event.stream.slice(KIND_LENGTH),
        change: (doc: Draft<OwnershipDocument>): undefined => {
          doc.holdings.push(holding);
        },
      },
    ];
  },
};

const NOTHING: ReadonlyArray<Change<OwnershipDocument>> = [];
const KIND_LENGTH = 'customer-'.length;

const holdingOf = ({ type, data, meta, revision: by }: Envelope<CustomerEvent>): Draft<Holding> | undefined => {
  const event = { type, data } as CustomerEvent;
  const at = meta.effectiveAt;
  const held = (person: BusinessId | null, began: Beginning, reason: Term | null = null): Draft<Holding> => ({
    at,
    person,
    temporary: began === 'temporaryStarted',
    began,
    reason,
    by,
  });
  switch (event.type) {
    case 'CustomerEntered':
      return held(event.data.custodian ?? null, 'entered');
    case 'CustodyAssigned':
      return held(event.data.to, 'assigned', event.data.reason);
    case 'CustodyTransferred':
      return held(event.data.to, 'transferred', event.data.reason);
    case 'ClaimedFromPool':
      return held(event.data.by, 'claimed');
    case 'CustodyReleasedToPool':
      return held(null, 'released', event.data.reason);
    case 'TemporaryCustodyStarted':
      return held(event.data.manager, 'temporaryStarted');
    case 'TemporaryCustodyEnded':
      return held(event.data.to ?? null, 'temporaryEnded');
    default:
      return undefined;
  }
};
