import type { Instant, Money } from '@millrace/kernel';
import { type PledgeEvent, type PledgeName, saleStream } from '@millrace/sales';
import type { CreditLine } from '../credits/index.js';
import { type PledgeEntry, receiptOf } from '../pledges/index.js';
import type { EventRef } from '../receipt.js';

/** A credit line that counts, and the event that says so. */
export interface StatementLine extends EventRef {
  readonly sale: string;
  readonly credit: number;
  readonly at: Instant;
  readonly person: string;
  /** Below zero in a reversal. */
  readonly amount: Money;
}

/** Something that happened to a pledge, and the event that says so. */
export interface StatementEntry extends EventRef {
  readonly type: PledgeEvent['type'];
  readonly at: Instant;
  /** What it is about: granted, paid, proposed, consented to, received or returned; nothing for the others. */
  readonly amount: Money | null;
}

/** A line with its receipt. */
export const statementLine = ({ sale, credit, by, at, person, amount }: CreditLine): StatementLine => ({
  sale,
  credit,
  at,
  person,
  amount,
  stream: saleStream(sale),
  revision: by,
});

/** An event of a pledge with its receipt. */
export const statementEntry = (name: PledgeName, entry: PledgeEntry): StatementEntry => ({
  type: entry.event.type,
  at: entry.at,
  amount: 'amount' in entry.event.data ? entry.event.data.amount : null,
  ...receiptOf(name, entry),
});
