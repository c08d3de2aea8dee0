import type { Currency, Instant, Money, MoneyError, PeriodError } from '@millrace/kernel';
import type { BoardMeasure } from '@millrace/sales';

/** Credit over target, both in minor units; a denominator of zero is no target. */
export interface AttainedRatio {
  readonly numerator: number;
  readonly denominator: number;
}

/** What a board ranks by: money, a count, or a ratio. */
export type BoardValue = Money | number | AttainedRatio;

/** A row of a board. */
export interface BoardRow {
  /** Null for who cannot be ranked, having no target; such rows come last. */
  readonly rank: number | null;
  /** A person, a unit or a pledge; null where the tail of the board is anonymous. */
  readonly id: string | null;
  /** Null where it is not known, was erased, or the tail of the board is anonymous. */
  readonly name: string | null;
  readonly value: BoardValue;
  /** Revenue credited. */
  readonly credited: Money;
  readonly target?: Money | number;
  readonly targetFrom?: 'pledge' | 'target';
  /** Floored, so that it is 10,000 only where the target is met. @units basis points */
  readonly attainmentBp?: number;
  /** At least the target. @source Q17 */
  readonly met?: boolean;
}

/** A ranking of persons, units or pledges. */
export interface Leaderboard {
  /** As it was asked for. */
  readonly period: string;
  readonly measure: BoardMeasure;
  readonly currency: Currency;
  readonly asOf: Instant;
  readonly rows: ReadonlyArray<BoardRow>;
  /** Everything that counts, once; of a board by attainment, the credit. */
  readonly total: Money | number;
  /** What of it belongs to no unit or, within a unit, to none under it. */
  readonly unassigned: Money | number;
}

/** Why there is no board. */
export type BoardError = PeriodError | MoneyError;
