/** Amounts in templates. */
import { parseDecimal } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { AmountFault, Fill, FillText } from './fill.js';

interface MoneyOf {
  readonly amount: FillText;
  readonly currency: FillText;
  /** Whether it may not be below zero. */
  readonly unsigned: boolean;
  readonly field: string;
}

/** An amount from texts that rows make; exact, never through a float. */
export const fillMoney =
  ({ amount, currency, unsigned, field }: MoneyOf): Fill =>
  (row) => {
    const filled = amount(row);
    if (E.isLeft(filled)) return filled;
    const code = currency(row);
    if (E.isLeft(code)) return code;
    const money = parseDecimal(filled.right.trim(), code.right.trim());
    const fault = (cause: AmountFault) => E.left({ type: 'NotAnAmount' as const, field, found: filled.right, cause });
    if (E.isLeft(money)) return fault(money.left as AmountFault);
    return unsigned && money.right.minor < 0
      ? fault({ type: 'BelowZero', text: filled.right })
      : E.right({ minor: money.right.minor, currency: money.right.currency });
  };
