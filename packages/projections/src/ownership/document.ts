import type { Handover } from '../custody.js';
import type { Dated, Timeline } from '../timeline.js';

/** A holding from an instant on; it ends where the next begins, and may be of no length. */
export interface Holding extends Dated, Handover {
  /** Revision of the event that began it. */
  readonly by: number;
}

/** Who held one customer, in order. Empty until the customer is entered. */
export interface OwnershipDocument {
  readonly holdings: Timeline<Holding>;
}
