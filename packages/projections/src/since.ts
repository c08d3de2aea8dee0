import type { Instant } from '@millrace/kernel';

/** Something that holds from an instant on. */
interface Dated {
  readonly at: Instant;
}

/**
 * What held at `asOf`: the last entry that had begun, in the order of the list.
 *
 * Entries of one dimension never go back in effective time, so the list is in order of both.
 */
export const standingAt = <D extends Dated>(entries: ReadonlyArray<D>, asOf: Instant): D | undefined => {
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (entry !== undefined && entry.at <= asOf) return entry;
  }
  return undefined;
};
