/** Half-open stretches of time in which something holds, of which no two of a kind overlap. */
import type { Instant } from '@millrace/kernel';

/** `[from, to)`; without `to` it lasts. */
export interface Span<What> {
  readonly what: What;
  readonly from: Instant;
  readonly to?: Instant;
}

/** Whether a stretch holds at an instant. */
export const covers = ({ from, to }: Pick<Span<unknown>, 'from' | 'to'>, at: Instant): boolean =>
  from <= at && (to === undefined || at < to);

/** The stretch that holds at an instant. */
export const spanAt = <What>(spans: ReadonlyArray<Span<What>>, at: Instant): Span<What> | undefined =>
  spans.find((span) => covers(span, at));

/** The first stretch that shares an instant with `[from, to)`. */
export const overlapping = <What>(
  spans: ReadonlyArray<Span<What>>,
  from: Instant,
  to: Instant | undefined,
): Span<What> | undefined =>
  spans.find((span) => (to === undefined || span.from < to) && (span.to === undefined || from < span.to));

/** The stretches after everything that lasts past `at` was ended there, or never begun. */
export const endedAt = <What>(spans: ReadonlyArray<Span<What>>, at: Instant): ReadonlyArray<Span<What>> =>
  spans.flatMap((span) => {
    if (span.from >= at) return [];
    return [span.to !== undefined && span.to <= at ? span : { ...span, to: at }];
  });

/** The stretch of one thing that holds at an instant. */
export const spanOf = <What extends string>(
  spans: ReadonlyArray<Span<What>>,
  what: string,
  at: Instant,
): Span<What> | undefined => spans.find((span) => span.what === what && covers(span, at));
