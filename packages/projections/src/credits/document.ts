import type { BusinessId, Instant, Money } from '@millrace/kernel';
import type { SaleEvent } from '@millrace/sales';

/** A credit or its reversal. */
export interface CreditEntry {
  /** Revision of the event in the sale's stream. */
  readonly by: number;
  readonly event: SaleEvent;
}

/** A month or quarter: what was recorded before its cut-off, and what came late, by position. */
export interface PeriodCredits {
  readonly kind: 'period';
  readonly cutOff: boolean;
  readonly counted: ReadonlyArray<CreditEntry>;
  readonly late: ReadonlyArray<CreditEntry>;
}

/** A late entry of `period`, who recorded it, and the period it is posted in; none until one is open. */
export interface LatePosting {
  readonly period: string;
  readonly postedIn: string | null;
  readonly sale: string;
  readonly credit: number;
  readonly by: number;
  readonly at: Instant;
  /** Of the whole entry; below zero in a reversal. */
  readonly amount: Money;
  readonly actor: BusinessId;
  readonly role: BusinessId;
}

/** All months, or all quarters, that were opened, and what came late to any of them. */
export interface CreditCalendar {
  readonly kind: 'calendar';
  readonly periods: ReadonlyArray<{ readonly period: string; readonly start: Instant; readonly cutOff: boolean }>;
  readonly late: ReadonlyArray<LatePosting>;
}

/** By label the credits of a period, and by cadence all its periods: `2026-11`, `2026-Q4`, `month`, `quarter`. */
export type CreditsDocument = PeriodCredits | CreditCalendar;

/** Two cadences, each with a calendar of its own. @source PLG-11 */
export const cadences = ['month', 'quarter'] as const;
export type CreditCadence = (typeof cadences)[number];

/** The cadence of a period's label. */
export const cadenceOf = (period: string): CreditCadence => (period.includes('Q') ? 'quarter' : 'month');

/** Whether a document is the calendar of a cadence. */
export const isCadence = (key: string): key is CreditCadence => key === 'month' || key === 'quarter';
