/** What can be asked of a pledge. A pledge is named by its period, its person and, for a team, its unit. */
import {
  BusinessId,
  type CommandOf,
  commandSet,
  type JsonCodec,
  Money,
  SafeInteger,
  StreamId,
  struct,
} from '@millrace/kernel';
import * as t from 'io-ts';
import { PeriodLabel } from '../period/readable.js';
import { CreditBasis, DonationRule } from '../playbook/readable.js';
import { Term } from '../terms.js';
import { type PledgeName, pledgeId } from './readable.js';

/** Money, or CNY as a decimal string of ten thousand yuan (万元) or of yuan (元). @source ORG-26, Q19 */
export const AmountText = t.union(
  [Money, struct({ wan: t.string }, {}, 'Wan'), struct({ yuan: t.string }, {}, 'Yuan')],
  'Amount',
);
export type AmountText = t.TypeOf<typeof AmountText>;

/** A command about a pledge whose name a store can keep. @source trust.md REL-8 */
const about = <C extends PledgeName>(codec: JsonCodec<C>): JsonCodec<C> =>
  t.refinement(codec, (name) => StreamId.is(`pledge-${pledgeId(name)}`), 'PledgeName') as unknown as JsonCodec<C>;

const named = { period: PeriodLabel, person: BusinessId };
const team = { unit: BusinessId };

const specs = {
  /** For oneself, or as the leader of a unit for that unit. */
  SwearPledge: about(
    struct(
      { ...named, target: AmountText, donation: AmountText },
      { ...team, creditBasis: CreditBasis, donationRule: DonationRule, meeting: BusinessId },
    ),
  ),
  WithdrawPledge: about(struct(named, team)),
  /** Asked by the settlement, with what the credit ledger held before position `cutOff`. */
  SettlePledge: about(struct({ ...named, achieved: Money, cutOff: SafeInteger }, team)),
  PayReward: about(struct({ ...named, amount: Money, reference: t.string }, team)),
  ConsentToDonation: about(struct(named, team)),
  DeclineDonation: about(struct(named, team)),
  WaiveDonation: about(struct({ ...named, reason: Term }, team)),
  ReceiveDonation: about(struct({ ...named, amount: Money, reference: t.string }, team)),
  ReturnDonation: about(struct({ ...named, amount: Money, reference: t.string }, team)),
  /** Asked by the settlement of period `postedIn`, with what is achieved in hindsight. */
  AdjustSettlement: about(struct({ ...named, postedIn: PeriodLabel, cutOff: SafeInteger, achieved: Money }, team)),
};

export type PledgeCommand = CommandOf<typeof specs>;
export const pledgeCommands = commandSet(specs);
export type CommandTo<Type extends PledgeCommand['type']> = Extract<PledgeCommand, { type: Type }>;
