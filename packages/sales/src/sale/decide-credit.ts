/** Crediting a sale: converted once, split exactly, placed in its month and quarter. @source PLG-4, PLG-5, Q16, Q20 */
import type { Money } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { defined, refuse, unless } from '../checks.js';
import { sameJson } from '../same.js';
import type { CommandTo } from './commands.js';
import type { Placed, Ruled } from './context.js';
import type { SaleEvent, Split } from './events.js';
import type { Sale } from './evolve.js';
import { customerEntered, earners, exchangeFits, inOrder, inReporting, positive } from './policy.js';
import type { Check, Decision } from './refusals.js';
import { sideSplits, splitsOf, weightsOf } from './shares.js';

type CreditSale = CommandTo<'CreditSale'>;

export const credit = (command: CreditSale, sale: Sale, context: Ruled): Decision => {
  const { credit: number = 1 } = command;
  const standing = sale.credits.find((one) => one.number === number);
  const made = amountsOf(command, context);
  if (standing !== undefined) {
    return E.isRight(made) && isSame(command, made.right, standing, context)
      ? E.right([])
      : refuse({ type: 'CreditAlreadyRecorded', credit: number, minor: standing.amount.minor });
  }
  if (E.isLeft(made)) return made;
  const { amount, revenue, overlay, referral } = made.right;
  const people = [...revenue, ...overlay, ...referral].map(({ person }) => person);
  return unless(
    [inOrder(number, sale), earners(people, context), customerEntered(command.customer, context)],
    (): ReadonlyArray<SaleEvent> => [
      {
        type: 'SaleCredited',
        data: {
          sale: command.sale,
          credit: number,
          basis: command.basis ?? context.rules.playbook.performance.creditBasis,
          amount,
          revenue,
          overlay,
          referral,
          ...placed(context.periods),
          ...defined({ customer: command.customer, original: originalOf(command) }),
        },
        effectiveAt: context.effectiveAt,
      },
    ],
  );
};

/** The month and the quarter, and those of them cut off. */
export const placed = (periods: ReadonlyArray<Placed>): Pick<SaleEvent['data'], 'periods' | 'late'> => ({
  periods: periods.map(({ label }) => label),
  late: periods
    .filter(({ period }) => period.phase === 'opened' && period.cutOffAt !== undefined)
    .map(({ label }) => label),
});

interface Amounts {
  readonly amount: Money;
  readonly revenue: ReadonlyArray<Split>;
  readonly overlay: ReadonlyArray<Split>;
  readonly referral: ReadonlyArray<Split>;
}

/** Everything a sale is credited for, in the reporting currency. */
const amountsOf = (command: CreditSale, context: Ruled): Check<Amounts> => {
  const { amount: agreed, exchange, overlay = [], referral = [] } = command;
  const wrong = [positive(agreed), exchangeFits(command, context)].find(E.isLeft);
  if (wrong !== undefined) return wrong;
  const toReporting = (each: Money): Check<Money> => inReporting(each, agreed, exchange?.rate, context);
  const amount = toReporting(agreed);
  if (E.isLeft(amount)) return amount;
  const weights = weightsOf(command.revenue, agreed);
  if (E.isLeft(weights)) return weights;
  const revenue = splitsOf(amount.right, weights.right);
  if (E.isLeft(revenue)) return revenue;
  const beside = sideSplits('overlay', overlay, toReporting);
  if (E.isLeft(beside)) return beside;
  const referred = sideSplits('referral', referral, toReporting);
  if (E.isLeft(referred)) return referred;
  return E.right({ amount: amount.right, revenue: revenue.right, overlay: beside.right, referral: referred.right });
};

const originalOf = ({ amount, exchange }: CreditSale) =>
  exchange === undefined ? undefined : { amount, rate: exchange.rate, source: exchange.source, date: exchange.date };

const isSame = (
  command: CreditSale,
  { amount, revenue, overlay, referral }: Amounts,
  standing: Sale['credits'][number],
  { effectiveAt, rules }: Ruled,
): boolean =>
  standing.at === effectiveAt &&
  standing.basis === (command.basis ?? rules.playbook.performance.creditBasis) &&
  standing.customer === command.customer &&
  sameJson(standing.original, originalOf(command)) &&
  sameJson(
    { amount, revenue, overlay, referral },
    {
      amount: standing.amount,
      revenue: standing.revenue,
      overlay: standing.overlay,
      referral: standing.referral,
    },
  );
