/**
 * What the events of a pledge post. A reward is owed once it is granted, a donation once it is consented
 * to: a proposal posts nothing, and nothing is ever posted against a wage.
 *
 * @source PLG-3, PLG-7, PLG-10, PLG-17, design.md decision 13
 */
import { type Instant, type Money, replay } from '@millrace/kernel';
import { initialPledge, type Pledge, type PledgeEvent, pledgeFold } from '@millrace/sales';
import { type PledgeDocument, receiptOf } from '../pledges/index.js';
import type { EventRef } from '../receipt.js';

/**
 * The accounts. Those of persons are about who pledged: for a team its leader, and no member.
 *
 * - `rewardExpense`: what rewards cost the company.
 * - `rewardsPayable`: what the company owes to a person; on the debit side, what was paid too much.
 * - `donationIncome`: what pledgers consented to give.
 * - `donationsReceivable`: consented to and not received yet.
 * - `donationsRefundable`: received and due back.
 * - `cash`: what was paid and received.
 */
export type AccountName =
  | 'rewardExpense'
  | 'rewardsPayable'
  | 'donationIncome'
  | 'donationsReceivable'
  | 'donationsRefundable'
  | 'cash';

export interface Account {
  readonly name: AccountName;
  /** Whose; the company's where nobody's. */
  readonly person: string | null;
}

/** An amount, above zero, debited to the one account and credited to the other. */
export interface Posting {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Money;
  readonly at: Instant;
  readonly pledge: string;
  readonly cause: PledgeEvent['type'];
  readonly receipt: EventRef;
}

const company = (name: AccountName): Account => ({ name, person: null });
const expense = company('rewardExpense');
const income = company('donationIncome');
const cash = company('cash');

/** The postings of one pledge, in the order of its events. */
export const postingsOf = (
  pledge: string,
  { period, person, unit, entries }: PledgeDocument,
): ReadonlyArray<Posting> => {
  const name = { period, person, ...(unit === null ? {} : { unit }) };
  const own = (account: AccountName): Account => ({ name: account, person });
  const postings: Array<Posting> = [];
  let before: Pledge = initialPledge;
  for (const entry of entries) {
    const { event, at } = entry;
    const after = replay(pledgeFold, [event], before);
    const moved = (debit: Account, credit: Account, minor: number): void => {
      if (minor === 0) return;
      const amount = { currency: currencyOf(after), minor: Math.abs(minor) } as Money;
      const sides = minor > 0 ? { debit, credit } : { debit: credit, credit: debit };
      postings.push({ ...sides, amount, at, pledge, cause: event.type, receipt: receiptOf(name, entry) });
    };
    const [was, is] = [owedOf(before), owedOf(after)];
    const received = event.type === 'DonationReceived' ? event.data.amount.minor : 0;
    const returned = event.type === 'DonationReturned' ? event.data.amount.minor : 0;
    moved(expense, own('rewardsPayable'), is.rewards - was.rewards);
    moved(own('rewardsPayable'), cash, is.paid - was.paid);
    moved(own('donationsReceivable'), income, is.receivable - was.receivable + received);
    moved(cash, own('donationsReceivable'), received);
    moved(income, own('donationsRefundable'), is.refundable - was.refundable + returned);
    moved(own('donationsRefundable'), cash, returned);
    before = after;
  }
  return postings;
};

interface Owed {
  readonly rewards: number;
  readonly paid: number;
  readonly receivable: number;
  readonly refundable: number;
}

/** What a pledge makes owed: nothing before it is settled, and no donation without consent. */
const owedOf = (pledge: Pledge): Owed => {
  if (pledge.phase !== 'settled') return { rewards: 0, paid: 0, receivable: 0, refundable: 0 };
  const { rewards, paid, donation } = pledge;
  return {
    rewards: rewards.reduce((all, { entitled }) => all + entitled.minor, 0),
    paid: paid.minor,
    receivable: donation.state === 'consented' ? donation.amount.minor : 0,
    refundable: donation.dueBack.minor,
  };
};

/** @throws RangeError for a pledge that is not settled, of which nothing is posted: a defect. */
const currencyOf = (pledge: Pledge): Money['currency'] => {
  if (pledge.phase !== 'settled') throw new RangeError('a posting before settlement');
  return pledge.achieved.currency;
};
