import type { Ask } from '@millrace/engine';
import { randomOf } from './random.js';
import { MANAGER, someSeller, YEAR } from './staff.js';
import { step, type Timed } from './step.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

const manager = { actor: MANAGER, role: 'manager' };

/** Every completed purchase is credited: now and then to two, and now and then a part is given back after the month. */
export const credits = (worked: ReadonlyArray<Timed>): ReadonlyArray<Timed> =>
  worked.filter(({ ask }) => ask.command.type === 'CompletePurchase').flatMap(({ at, ask }, i) => credit(at, ask, i));

const credit = (completed: number, { command, actor }: Ask, i: number): ReadonlyArray<Timed> => {
  const { customer, amount } = command as unknown as Purchase;
  const at = completed + MINUTE;
  const sale = `sale-${String(i + 1).padStart(3, '0')}`;
  const second = i % 5 === 2 ? [{ person: someSeller(randomOf(i), at, [actor]), weight: 3 }] : [];
  const credited = step(at, manager, [sale, 'credit'], {
    type: 'CreditSale',
    sale,
    customer,
    basis: 'contract',
    amount,
    revenue: [{ person: actor, weight: 7 }, ...second],
  });
  const back = at + 40 * DAY;
  if (i % 13 !== 6 || back >= YEAR.end) return [credited];
  const refund = { ...amount, minor: Math.round(amount.minor / 4) };
  const given = { type: 'ReverseCredit', sale, credit: 1, amount: refund, reason: 'priceReduced' };
  return [credited, step(back, manager, [sale, 'refund'], given)];
};

interface Purchase {
  readonly customer: string;
  readonly amount: { readonly minor: number; readonly currency: string };
}
