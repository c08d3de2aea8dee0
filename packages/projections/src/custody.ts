import type { BusinessId } from '@millrace/kernel';
import type { CustomerEvent, Term } from '@millrace/sales';

/** The events from which on somebody, or the pool, holds a customer. */
export type CustodyEvent = Extract<
  CustomerEvent,
  {
    readonly type:
      | 'CustomerEntered'
      | 'CustodyAssigned'
      | 'CustodyTransferred'
      | 'ClaimedFromPool'
      | 'CustodyReleasedToPool'
      | 'TemporaryCustodyStarted'
      | 'TemporaryCustodyEnded';
  }
>;

/** How a holding began. */
export type Beginning =
  | 'entered'
  | 'assigned'
  | 'transferred'
  | 'claimed'
  | 'released'
  | 'temporaryStarted'
  | 'temporaryEnded';

/** Who holds a customer from an event of custody on. */
export interface Handover {
  /** The person in custody; nobody for the pool. */
  readonly person: BusinessId | null;
  readonly began: Beginning;
  readonly reason: Term | null;
}

/** The one place where views learn who has custody. @source OWN-1 */
export const handoverOf = (event: CustodyEvent): Handover => {
  switch (event.type) {
    case 'CustomerEntered':
      return { person: event.data.custodian ?? null, began: 'entered', reason: null };
    case 'CustodyAssigned':
      return { person: event.data.to, began: 'assigned', reason: event.data.reason ?? null };
    case 'CustodyTransferred':
      return { person: event.data.to, began: 'transferred', reason: event.data.reason };
    case 'ClaimedFromPool':
      return { person: event.data.by, began: 'claimed', reason: null };
    case 'CustodyReleasedToPool':
      return { person: null, began: 'released', reason: event.data.reason };
    case 'TemporaryCustodyStarted':
      return { person: event.data.manager, began: 'temporaryStarted', reason: null };
    case 'TemporaryCustodyEnded':
      return { person: event.data.to ?? null, began: 'temporaryEnded', reason: null };
  }
};
