import type { Instant } from '@millrace/kernel';
import fc from 'fast-check';

/** The instant so many milliseconds after 1970 began. */
export const instantOf = (millis: number): Instant => new Date(millis).toISOString() as Instant;

/** Any instant from one to another. */
export const instants = (from: string, to: string): fc.Arbitrary<Instant> =>
  fc.integer({ min: Date.parse(from), max: Date.parse(to) }).map(instantOf);
