import type { BusinessId, Instant } from '@millrace/kernel';
import type { SalesCommand } from './world.js';

/** A command, or the wish to settle a period: cut it off, settle its pledges, post what came late to earlier ones. */
export type Wish = SalesCommand | { readonly type: 'settle'; readonly period: string };

/** A wish, when it is uttered, as of when, and by whom. */
export interface Line {
  readonly wish: Wish;
  readonly now: Instant;
  readonly effectiveAt: Instant;
  readonly actor: BusinessId;
  readonly role: BusinessId;
  /** Settles whatever of the wish depends on what happened before; see `aimed`. */
  readonly roll: number;
}
