/** Half-open stretches of time in which something holds, of which no two of a kind overlap. */
import { type Instant, later } from '@millrace/kernel';

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

/** The first stretch that shares an instant with `[from, to)`; one that ended where it began shares none. */
export const overlapping = <What>(
  spans: ReadonlyArray<Span<What>>,
  from: Instant,
  to: Instant | undefined,
): Span<What> | undefined =>
  spans.find(
    (span) =>
      span.from !== span.to && (to === undefined || span.from < to) && (span.to === undefined || from < span.to),
  );

/** The stretch ended at an instant; no sooner than it began, and no later than it ends already. */
export const cutAt = <What>(span: Span<What>, at: Instant): Span<What> =>
  span.to !== undefined && span.to <= at ? span : { ...span, to: later(span.from, at) };

/** The stretches after everything that lasts past `at` was ended there. */
export const endedAt = <What>(spans: ReadonlyArray<Span<What>>, at: Instant): ReadonlyArray<Span<What>> =>
  spans.map((span) => cutAt(span, at));

/** The stretch of one thing that holds at an instant. */
export const spanOf = <What extends string>(
  spans: ReadonlyArray<Span<What>>,
  what: string,
  at: Instant,
): Span<What> | undefined => spans.find((span) => span.what === what && covers(span, at));
