/** Amounts in templates. */
import { parseDecimal } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { AmountFault, Fill, FillText } from './fill.js';

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
