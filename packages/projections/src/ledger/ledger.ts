import { type Currency, type Documents, fromBigInt, type Instant, type Money, type MoneyError } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { byText } from '../count.js';
import type { PledgeDocument } from '../pledges/index.js';
import { type Account, type Posting, postingsOf } from './postings.js';

/** Both sides of an account in one currency. */
export interface AccountBalance extends Account {
  readonly debits: Money;
  readonly credits: Money;
  /** Debits less credits. */
  readonly balance: Money;
}

/** What is owed and paid for pledges; in each currency debits and credits add up to the same. @source PLG-7 */
export interface PledgeLedger {
  readonly postings: ReadonlyArray<Posting>;
  /** By currency, account and person. */
  readonly accounts: ReadonlyArray<AccountBalance>;
  readonly totals: ReadonlyArray<{ readonly debits: Money; readonly credits: Money }>;
}

/** Which postings are asked for. */
export interface PledgeLedgerQuestion {
  /** Effective time: what is later is not posted yet. */
  readonly asOf: Instant;
  /** Of the pledges of one period; of all, when left out. */
  readonly period?: string | undefined;
}

/** The ledger, from the documents of {@link pledgesView}; postings in effective order, then by pledge. */
export const pledgeLedger = (
  documents: Documents<PledgeDocument>,
  { asOf, period }: PledgeLedgerQuestion,
): E.Either<MoneyError, PledgeLedger> => {
  const postings = [...documents]
    .filter(([, document]) => period === undefined || document.period === period)
    .flatMap(([id, document]) => postingsOf(id, document))
    .filter(({ at }) => at <= asOf)
    .sort(byTime);
  const accounts = new Map<string, Sides>();
  const totals = new Map<string, Sides>();
  for (const { debit, credit, amount } of postings) {
    for (const [account, side] of [
      [debit, 'debits'],
      [credit, 'credits'],
    ] as const) {
      const { currency, minor } = amount;
      enter(accounts, `${currency}/${account.name}/${account.person ?? ''}`, { account, currency })[side] +=
        BigInt(minor);
      enter(totals, currency, { account, currency })[side] += BigInt(minor);
    }
  }
  return balanced(postings, inOrder(accounts), inOrder(totals));
};

interface Sides {
  readonly account: Account;
  readonly currency: Currency;
  debits: bigint;
  credits: bigint;
}

const enter = (sides: Map<string, Sides>, key: string, of: Pick<Sides, 'account' | 'currency'>): Sides => {
  const known = sides.get(key) ?? { ...of, debits: 0n, credits: 0n };
  sides.set(key, known);
  return known;
};

const inOrder = (sides: ReadonlyMap<string, Sides>): ReadonlyArray<Sides> =>
  [...sides].sort(([a], [b]) => byText(a, b)).map(([, one]) => one);

const byTime = (a: Posting, b: Posting): number =>
  byText(a.at, b.at) || byText(a.pledge, b.pledge) || a.receipt.revision - b.receipt.revision;

const balanced = (
  postings: ReadonlyArray<Posting>,
  accounts: ReadonlyArray<Sides>,
  totals: ReadonlyArray<Sides>,
): E.Either<MoneyError, PledgeLedger> => {
  const balances: Array<AccountBalance> = [];
  for (const { account, currency, debits, credits } of accounts) {
    const sides = sidesOf(currency, debits, credits);
    if (E.isLeft(sides)) return sides;
    const balance = fromBigInt(debits - credits, currency);
    if (E.isLeft(balance)) return balance;
    balances.push({ ...account, ...sides.right, balance: balance.right });
  }
  const sums: Array<PledgeLedger['totals'][number]> = [];
  for (const { currency, debits, credits } of totals) {
    const sides = sidesOf(currency, debits, credits);
    if (E.isLeft(sides)) return sides;
    sums.push(sides.right);
  }
  return E.right({ postings, accounts: balances, totals: sums });
};

const sidesOf = (
  currency: Currency,
  debits: bigint,
  credits: bigint,
): E.Either<MoneyError, PledgeLedger['totals'][number]> => {
  const debited = fromBigInt(debits, currency);
  if (E.isLeft(debited)) return debited;
  const credited = fromBigInt(credits, currency);
  return E.isLeft(credited) ? credited : E.right({ debits: debited.right, credits: credited.right });
};
