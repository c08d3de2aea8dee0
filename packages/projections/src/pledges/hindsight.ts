import type { Money, MoneyError } from '@millrace/kernel';
import type { CreditBasis, PledgeName, Terms } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { type AchievedQuestion, achievements } from '../credits/index.js';
import { type PledgeDocuments, pledgesOf } from './documents.js';

/** A settled pledge, and what it comes to with what was recorded late. */
export interface Hindsight {
  readonly id: string;
  readonly name: PledgeName;
  /** As it was settled, for good, or will be. */
  readonly settled: Money;
  /** The same without what is posted in that period: by the adjustments before, as settled where there was none. */
  readonly standing: Money;
  /** With the late entries posted in the period that is asked about, and in those cut off already. */
  readonly achieved: Money;
}

/** Whose hindsight is asked for. */
export interface HindsightQuestion {
  /** The period of the pledges. */
  readonly period: string;
  /** A later period of the same cadence: late entries posted in it, or in one cut off already, count. */
  readonly postedUpTo: string;
}

/**
 * Every pledge of a period that is cut off in hindsight, by id; those to adjust are those of which
 * `achieved` is not `standing`.
 *
 * A pledge that is not settled yet where the documents end stands as its cut-off leaves it: that is what
 * it will be settled by. Memberships are those of `organisation`: known at the pledges' own cut-off.
 *
 * @source PLG-6, PLG-17
 */
export const hindsight = (
  documents: PledgeDocuments,
  { period, postedUpTo }: HindsightQuestion,
): E.Either<MoneyError, ReadonlyArray<Hindsight>> => {
  const atCutOff = byBasis(documents, period);
  const before = byBasis(documents, period, { postedBefore: postedUpTo });
  const posted = byBasis(documents, period, { postedUpTo });
  const found: Array<Hindsight> = [];
  for (const { id, name, state } of pledgesOf(documents.pledges, period)) {
    if (state.phase === 'unsworn') continue;
    const achieved = posted(name, state.terms);
    if (E.isLeft(achieved)) return achieved;
    const settled = state.phase === 'settled' ? E.right(state.achieved) : atCutOff(name, state.terms);
    if (E.isLeft(settled)) return settled;
    const standing = before(name, state.terms);
    if (E.isLeft(standing)) return standing;
    found.push({ id, name, settled: settled.right, standing: standing.right, achieved: achieved.right });
  }
  return E.right(found);
};

/** What pledges achieved, the ledger read once for each basis. */
const byBasis = (
  documents: PledgeDocuments,
  period: string,
  posted: Pick<AchievedQuestion, 'postedUpTo' | 'postedBefore'> = {},
) => {
  const ledgers = new Map<CreditBasis, ReturnType<typeof achievements>>();
  return ({ person, unit }: PledgeName, { creditBasis: basis, target: { currency } }: Terms) => {
    const ledger = ledgers.get(basis) ?? achievements(documents, { period, ...posted, basis, currency });
    ledgers.set(basis, ledger);
    return ledger(unit === undefined ? { person } : { unit });
  };
};
