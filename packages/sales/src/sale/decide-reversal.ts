/**
 * Refunds: dated as the credit they reverse, and mirrored split by split. @source metrics.md section 5, I-30, PLG-4
 */
import { convert, type Money, type Rate } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse } from '../checks.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { placed } from './decide-credit.js';
import type { SaleEvent } from './events.js';
import type { Credit, Sale } from './evolve.js';
import { isRefundReason, whenCredited, withinCredit } from './policy.js';
import type { Check, Decision } from './refusals.js';
import { reversedRevenue, reversedSplits } from './shares.js';

export const reverse = (command: CommandTo<'ReverseCredit'>, sale: Sale, context: Ruled): Decision => {
  const { credit: number = 1, reason } = command;
  const found = whenCredited(sale, number);
  if (E.isLeft(found)) return found;
  const credit = found.right;
  const agreed = credit.original?.amount ?? credit.amount;
  const remaining = agreed.minor - credit.refunded;
  if (command.amount === undefined && remaining === 0) return E.right([]);

  const refund = command.amount ?? ({ ...agreed, minor: remaining } as Money);
  const wrong = [
    withinCredit(credit, refund),
    isRefundReason(reason, context),
    context.effectiveAt >= credit.at ? ok : refuse({ type: 'RefundBeforeCredit', creditedAt: credit.at }),
  ].find(E.isLeft);
  if (wrong !== undefined) return wrong;

  const before = credit.reversed;
  const after = reversedBy(credit, credit.refunded + refund.minor);
  if (E.isLeft(after)) return after;
  const revenue = reversedRevenue(credit.revenue, { before, after: after.right, currency: credit.amount.currency });
  if (E.isLeft(revenue)) return revenue;
  const part = { whole: agreed.minor, before: credit.refunded, after: credit.refunded + refund.minor };
  const money = (minor: number): Money => ({ ...credit.amount, minor: minor as Money['minor'] });
  const reversal: SaleEvent = {
    type: 'SaleCreditReversed',
    data: {
      sale: command.sale,
      credit: number,
      basis: credit.basis,
      amount: money(after.right - before),
      remaining: money(credit.amount.minor - after.right),
      refundedAt: context.effectiveAt,
      reason,
      revenue: revenue.right,
      overlay: reversedSplits(credit.overlay, part),
      referral: reversedSplits(credit.referral, part),
      ...placed(context.periods),
      ...defined({ customer: credit.customer, original: credit.original === undefined ? undefined : refund }),
    },
    effectiveAt: credit.at,
  };
  return E.right([reversal]);
};

/** What of the reporting amount is taken back once `refunded` of what was agreed is: all of it with all of it. */
const reversedBy = ({ amount, original }: Credit, refunded: number): Check<number> => {
  if (original === undefined) return E.right(refunded);
  const converted = convert(
    { ...original.amount, minor: refunded as Money['minor'] },
    original.rate as Rate,
    amount.currency,
  );
  return E.isLeft(converted)
    ? refuse({ type: 'AmountOutOfRange', cause: converted.left })
    : E.right(converted.right.minor);
};
