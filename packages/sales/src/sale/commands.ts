/** What can be asked of a sale's credit. */
import { BusinessId, type CommandOf, commandSet, LocalDate, Money, Rate, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { CreditBasis } from '../playbook/readable.js';
import { Term } from '../terms.js';

/** By weight, shared out to the last minor unit; or by amount, which must add up to the sale's. @source PLG-4 */
const Shares = t.union(
  [
    t.readonlyArray(struct({ person: BusinessId, weight: SafeInteger }, {}, 'WeightedShare')),
    t.readonlyArray(struct({ person: BusinessId, amount: Money }, {}, 'AmountShare')),
  ],
  'Shares',
);
export type Shares = t.TypeOf<typeof Shares>;

/** Amounts beside the sale's own: they need not add up to anything. */
const SideShares = t.readonlyArray(struct({ person: BusinessId, amount: Money }, {}, 'SideShare'), 'SideShares');

/** How an amount of another currency becomes one of the reporting currency. */
const Exchange = struct({ rate: Rate, source: t.string, date: LocalDate }, {}, 'Exchange');

const specs = {
  CreditSale: struct(
    { sale: BusinessId, amount: Money, revenue: Shares },
    {
      /** Which credit of the sale, from 1; the first where left out. */
      credit: SafeInteger,
      /** The playbook's where left out. */
      basis: CreditBasis,
      overlay: SideShares,
      referral: SideShares,
      customer: BusinessId,
      exchange: Exchange,
    },
  ),
  /** A refund: of what remains where no amount is given. In the currency the sale was agreed in. */
  ReverseCredit: struct({ sale: BusinessId, reason: Term }, { credit: SafeInteger, amount: Money }),
};

export type SaleCommand = CommandOf<typeof specs>;
export const saleCommands = commandSet(specs);
export type CommandTo<Type extends SaleCommand['type']> = Extract<SaleCommand, { type: Type }>;
