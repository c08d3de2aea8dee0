/** The rules of credits, named. Each says in its first line where it comes from. */
import { convert, type Money, type Rate } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse } from '../checks.js';
import { goneSince, joinedBy } from '../person/readable.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Credit, Sale } from './evolve.js';
import type { Check } from './refusals.js';

/** I-54, ORG-12: credit is somebody's who is known, had joined, and was still there. */
export const earners = (people: ReadonlyArray<string>, context: Ruled): Check => {
  for (const id of people) {
    const person = context.people.get(id);
    if (person === undefined || !joinedBy(person, context.effectiveAt))
      return refuse({ type: 'PersonUnknown', person: id });
    const since = goneSince(person, context.effectiveAt);
    if (since !== undefined) return refuse({ type: 'PersonResigned', person: id, since });
  }
  return ok;
};

/** DLR-34: a sale that names a customer names one that is entered. */
export const customerEntered = (customer: string | undefined, context: Ruled): Check =>
  customer === undefined || context.customerEntered ? ok : refuse({ type: 'CustomerUnknown', customer });

/** PLG-4: a sale is of more than nothing. */
export const positive = ({ minor }: Money): Check => (minor > 0 ? ok : refuse({ type: 'AmountNotPositive', minor }));

/** I-31: another currency comes with its rate, our own with none. */
export const exchangeFits = ({ amount, exchange }: CommandTo<'CreditSale'>, { rules }: Ruled): Check => {
  const { currency: reporting } = rules.playbook;
  if (amount.currency === reporting) {
    return exchange === undefined ? ok : refuse({ type: 'ExchangeNotNeeded', currency: reporting });
  }
  return exchange === undefined ? refuse({ type: 'ExchangeMissing', currency: amount.currency, reporting }) : ok;
};

/** I-31: converted once, half up, by the rate that stands in the event. */
export const inReporting = (amount: Money, agreed: Money, rate: string | undefined, { rules }: Ruled): Check<Money> => {
  if (amount.currency !== agreed.currency) {
    return refuse({ type: 'MixedCurrencies', expected: agreed.currency, found: amount.currency });
  }
  if (rate === undefined) return E.right(amount);
  const converted = convert(amount, rate as Rate, rules.playbook.currency);
  return E.isLeft(converted) ? refuse({ type: 'AmountOutOfRange', cause: converted.left }) : converted;
};

/** Credits of a sale are numbered without gaps. */
export const inOrder = (credit: number, { credits }: Sale): Check =>
  credit === credits.length + 1 ? ok : refuse({ type: 'CreditOutOfOrder', credit, next: credits.length + 1 });

/** I-30: a reversal names what it reverses. */
export const whenCredited = ({ credits }: Sale, credit: number): Check<Credit> => {
  const found = credits.find(({ number }) => number === credit);
  return found === undefined ? refuse({ type: 'CreditUnknown', credit }) : E.right(found);
};

/** I-30: no more is taken back than was credited. */
export const withinCredit = ({ amount, original, refunded }: Credit, refund: Money): Check => {
  const agreed = original?.amount ?? amount;
  if (refund.currency !== agreed.currency) {
    return refuse({ type: 'MixedCurrencies', expected: agreed.currency, found: refund.currency });
  }
  if (refund.minor <= 0) return refuse({ type: 'AmountNotPositive', minor: refund.minor });
  const remaining = agreed.minor - refunded;
  return refund.minor <= remaining ? ok : refuse({ type: 'RefundExceedsCredit', remaining, minor: refund.minor });
};

/** Style: no free-text reasons. */
export const isRefundReason = (id: string, { rules }: Ruled): Check =>
  rules.playbook.performance.refund.some((term) => term.id === id)
    ? ok
    : refuse({ type: 'UndefinedTerm', list: 'refund', id });
