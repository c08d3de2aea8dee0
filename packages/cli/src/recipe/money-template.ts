/** Amounts in templates. */
import { type MoneyError, parseDecimal } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Fill, FillText } from './template.js';

/** A cell that is no amount of its currency, and why: a fraction of the smallest unit for one. */
export interface NotAnAmount {
  readonly type: 'NotAnAmount';
  /** The field it was meant for, keys joined by `/`. */
  readonly field: string;
  readonly found: string;
  readonly cause: AmountFault;
}

/** What a decimal number and a currency can have wrong with them. */
export type AmountFault = Exclude<MoneyError, { readonly type: 'NotMinorUnits' | 'CurrencyMismatch' }>;

/** An amount from texts that rows make; exact, never through a float. */
export const fillMoney =
  (amount: FillText, currency: FillText, field: string): Fill =>
  (row) => {
    const filled = amount(row);
    if (E.isLeft(filled)) return filled;
    const code = currency(row);
    if (E.isLeft(code)) return code;
    const money = parseDecimal(filled.right.trim(), code.right.trim());
    return E.isLeft(money)
      ? E.left({ type: 'NotAnAmount', field, found: filled.right, cause: money.left as AmountFault })
      : E.right({ minor: money.right.minor, currency: money.right.currency });
  };
