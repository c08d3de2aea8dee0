import type { Money, MoneyError } from '@millrace/kernel';
import type { CreditBasis, PledgeName } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { achievements } from '../credits/index.js';
import { type PledgeDocuments, pledgesOf } from './documents.js';

/** A settled pledge, and what it comes to with what was recorded late. */
export interface Hindsight {
  readonly id: string;
  readonly name: PledgeName;
  /** As it was settled, for good. */
  readonly settled: Money;
  /** By the latest adjustment; as settled where there was none. */
  readonly standing: Money;
  /** With the late entries posted up to the period that is asked about. */
  readonly achieved: Money;
}

/** Whose hindsight is asked for. */
export interface HindsightQuestion {
  /** The period of the pledges. */
  readonly period: string;
  /** A later period of the same cadence: late entries posted in it or before count. */
  readonly postedUpTo: string;
}

/**
 * Every settled pledge of a period in hindsight, by id; those to adjust are those of which `achieved`
 * is not `standing`. Memberships are those of `organisation`: known at the pledges' own cut-off.
 *
 * @source PLG-6, PLG-17
 */
export const hindsight = (
  documents: PledgeDocuments,
  { period, postedUpTo }: HindsightQuestion,
): E.Either<MoneyError, ReadonlyArray<Hindsight>> => {
  const ledgers = new Map<CreditBasis, ReturnType<typeof achievements>>();
  const found: Array<Hindsight> = [];
  for (const { id, name, state } of pledgesOf(documents.pledges, period)) {
    if (state.phase !== 'settled') continue;
    const { terms, achieved: settled } = state;
    const { creditBasis: basis, target } = terms;
    const ledger =
      ledgers.get(basis) ?? achievements(documents, { period, postedUpTo, basis, currency: target.currency });
    ledgers.set(basis, ledger);
    const whole = ledger(name.unit === undefined ? { person: name.person } : { unit: name.unit });
    if (E.isLeft(whole)) return whole;
    found.push({ id, name, settled, standing: state.hindsight.achieved, achieved: whole.right });
  }
  return E.right(found);
};
