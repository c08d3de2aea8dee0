import type { Journey, Move, Term } from '@millrace/sales';
import type { Since, Timeline } from '../timeline.js';

/** A move; a decided purchase is an entry to its stage like any other. */
export interface FunnelMove extends Move {
  readonly step: Exclude<Move['step'], { readonly kind: 'decided' }>;
  /** Revision of the event that put it where it stands: its own, or its correction's. */
  readonly by: number;
}

export interface FunnelJourney extends Omit<Journey, 'moves' | 'buyerStep'> {
  /** Revision of the event that opened it. */
  readonly by: number;
  readonly moves: ReadonlyArray<FunnelMove>;
}

/** How far the record of a prospect has come. @source DLR-34 */
export type RecordStatus = 'pending' | 'accepted' | 'rejected' | 'entered';

/** One customer's own moves, as the funnel needs them; nothing in it depends on other customers or on a store. */
export interface FunnelDocument {
  readonly record: Timeline<Since<RecordStatus>>;
  readonly journeys: ReadonlyArray<FunnelJourney>;
  /** How the customer heard of us. */
  readonly source: Timeline<Since<Term>>;
  /** Who held the customer: a person, or nobody for the pool. */
  readonly custody: Timeline<Since<string | null>>;
  /** Whose duplicate the customer is, or nobody's. */
  readonly duplicateOf: Timeline<Since<string | null>>;
}
