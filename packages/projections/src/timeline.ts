import { epochMillis, type Instant, type Period } from '@millrace/kernel';

/** Something that holds from an instant on, until the next thing does. */
export interface Dated {
  readonly at: Instant;
}

/** A state from an instant on, and the revision of the event that says so. */
export interface Since<State> extends Dated {
  readonly state: State;
  readonly by: number;
}

/** What held one after the other: in effective order and, at the same instant, as recorded. */
export type Timeline<Entry extends Dated> = ReadonlyArray<Entry>;

/**
 * Puts what was just recorded where it belongs in effective time.
 *
 * A move goes to the end; a fact that is dated back does not. So readers may rely on the order,
 * whichever of the two the entries are.
 *
 * @source design.md decision 11, metrics.md section 4
 */
export const insert = <Entry extends Dated>(timeline: Array<Entry>, entry: Entry): void => {
  const last = timeline.at(-1);
  if (last === undefined || last.at <= entry.at) timeline.push(entry);
  else timeline.splice(timeline.findLastIndex(({ at }) => at <= entry.at) + 1, 0, entry);
};

/** What held at `asOf`: the last entry that had begun. */
export const standingAt = <Entry extends Dated>(timeline: Timeline<Entry>, asOf: Instant): Entry | undefined =>
  timeline.findLast(({ at }) => at <= asOf);

/** A half-open stretch of time, as a period is. */
export type Span = Pick<Period, 'start' | 'end'>;

/** Whether an instant falls in a span. */
export const isIn = (at: Instant, { start, end }: Span): boolean => start <= at && at < end;

/** From one instant to another. @units milliseconds */
export const millisBetween = (from: Instant, to: Instant): number => epochMillis(to) - epochMillis(from);
