/**
 * What can have happened to a sale's credit. Storage format: append-only.
 *
 * Whether a credit counts in its period or late is settled by the position of the period's cut-off;
 * `late` says what was known when it was decided.
 *
 * @source requirements Q16, Q20, PLG-4, PLG-5, PLG-14, metrics.md section 5
 */
import { BusinessId, type EventOf, eventSet, Instant, LocalDate, Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { PeriodLabel } from '../period/readable.js';
import { CreditBasis } from '../playbook/readable.js';
import { Term } from '../terms.js';

/** A person's part; below zero in a reversal. */
const Split = struct({ person: BusinessId, weight: SafeInteger, amount: Money }, {}, 'Split');
export type Split = t.TypeOf<typeof Split>;

/** Three ledgers: only `revenue` adds up to the amount, and enters pledges and boards. */
const ledgers = {
  revenue: t.readonlyArray(Split),
  overlay: t.readonlyArray(Split),
  referral: t.readonlyArray(Split),
};

/** The amount as it was agreed, and how it became one of the reporting currency. @source I-31 */
const Original = struct({ amount: Money, rate: t.string, source: t.string, date: LocalDate }, {}, 'Original');

/** The month and the quarter of the effective time, and those of them cut off when it was decided. */
const placed = { periods: t.readonlyArray(PeriodLabel), late: t.readonlyArray(PeriodLabel) };

const specs = {
  SaleCredited: {
    data: struct(
      {
        sale: BusinessId,
        /** The number of a credit of this sale, from 1. */
        credit: SafeInteger,
        basis: CreditBasis,
        /** In the reporting currency. */
        amount: Money,
        ...ledgers,
        ...placed,
      },
      { customer: BusinessId, original: Original },
    ),
  },
  /** Dated as the credit it reverses; when it was refunded stands beside. */
  SaleCreditReversed: {
    data: struct(
      {
        sale: BusinessId,
        credit: SafeInteger,
        basis: CreditBasis,
        /** What is taken back, above zero. */
        amount: Money,
        /** What then remains of the credit. */
        remaining: Money,
        refundedAt: Instant,
        reason: Term,
        ...ledgers,
        ...placed,
      },
      { customer: BusinessId, original: Money },
    ),
  },
};

export type SaleEvent = EventOf<typeof specs>;
export const saleEvents = eventSet('sale', specs);
