import { epochMillis, type Instant, periodFinder } from '@millrace/kernel';

/** Calendar days from one instant to another in a zone: 0 within a day. */
export type DaysBetween = (from: Instant, to: Instant) => number;

const DAY = 86_400_000;

/** Counts calendar days of a zone. */
export const dayCounter = (zone: string): DaysBetween => {
  const dayOf = periodFinder('day', zone);
  const numbers = new Map<string, number>();
  const numberOf = (instant: Instant): number => {
    const { label } = dayOf(instant);
    const known = numbers.get(label);
    if (known !== undefined) return known;
    const number = epochMillis(`${label}T00:00:00.000Z` as Instant) / DAY;
    numbers.set(label, number);
    return number;
  };
  return (from, to) => numberOf(to) - numberOf(from);
};
