import { Instant } from '@millrace/kernel';
import type { Random } from './random.js';

const DAY = 86_400_000;

/** The year of the demo, in the dealership's zone (UTC+8). */
export const YEAR = { start: Date.UTC(2025, 0, 1) - 8 * 3_600_000, end: Date.UTC(2026, 0, 1) - 8 * 3_600_000 };

/** A moment of the year, given in days from its beginning. */
export const dayOfYear = (day: number): number => YEAR.start + day * DAY;

/** Milliseconds since 1970 as an instant. @throws RangeError outside the years 1 to 9999 */
export const instantAt = (millis: number): Instant => {
  const text = new Date(Math.trunc(millis)).toISOString();
  if (Instant.is(text)) return text;
  throw new RangeError(`no instant: ${text}`);
};

interface Seller {
  readonly id: string;
  /** How many prospects the seller finds, against the others. */
  readonly zeal: number;
  readonly leaves: number;
}

/** Screens, assigns and hands over. */
export const MANAGER = 'M01';

const LEAVERS: ReadonlyMap<number, number> = new Map([
  [4, 96],
  [11, 188],
  [17, 265],
]);

/** Everybody who sells. */
export const sellers: ReadonlyArray<Seller> = Array.from({ length: 20 }, (_, i) => ({
  id: `S${String(i + 1).padStart(2, '0')}`,
  zeal: 1 + ((i * 7) % 10) / 4,
  leaves: dayOfYear(LEAVERS.get(i + 1) ?? 1_000),
}));

/** A seller who is there at a time, and is not one of those named. */
export const someSeller = (random: Random, at: number, without: ReadonlyArray<string> = []): string =>
  random.pick(
    sellers
      .filter(({ id, leaves }) => leaves > at && !without.includes(id))
      .map(({ id, zeal }): readonly [string, number] => [id, zeal]),
  );

/** Those who leave within the year, and when. */
export const leavers: ReadonlyArray<Seller> = sellers.filter(({ leaves }) => leaves < YEAR.end);

interface Team {
  readonly unit: string;
  readonly name: string;
  readonly leader: string;
  readonly sellers: ReadonlyArray<string>;
}

const someOf = (from: number, to: number): ReadonlyArray<string> => sellers.slice(from, to).map(({ id }) => id);

/** The dealer's branches: who leads and who sells in them. */
export const teams: ReadonlyArray<Team> = [
  { unit: 'east', name: 'East branch', leader: MANAGER, sellers: someOf(0, 7) },
  { unit: 'north', name: 'North branch', leader: 'M02', sellers: someOf(7, 14) },
  { unit: 'south', name: 'South branch', leader: 'M03', sellers: someOf(14, 20) },
];

/** When everybody joined. */
export const FOUNDED = dayOfYear(-30);
