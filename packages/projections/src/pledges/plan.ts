import type { BusinessId, Money, MoneyError } from '@millrace/kernel';
import { donationOf, isMet, type PledgeName, rewardsOf } from '@millrace/sales';
import * as E from 'fp-ts/lib/Either.js';
import { achievedBy, pledgeLines } from './achieved.js';
import { type PledgeDocuments, pledgesOf } from './documents.js';

/** What an incentive gives. */
export interface PlannedReward {
  readonly incentive: BusinessId;
  readonly amount: Money;
}

/** How a pledge would be settled. */
export interface PlannedSettlement {
  readonly id: string;
  readonly name: PledgeName;
  readonly target: Money;
  readonly achieved: Money;
  readonly met: boolean;
  readonly rewards: ReadonlyArray<PlannedReward>;
  /** What would be proposed; nothing where met. */
  readonly donation: Money;
}

/**
 * How every sworn pledge of a period would be settled, by id, from documents as known at its cut-off:
 * none of them is settled there yet, so the plan stays the same however often it is made.
 *
 * @source PLG-1, PLG-2, PLG-6, PLG-8
 */
export const settlementPlan = (
  documents: PledgeDocuments,
  period: string,
): E.Either<MoneyError, ReadonlyArray<PlannedSettlement>> => {
  const opened = documents.periods.get(period)?.state;
  const incentives = opened?.phase === 'opened' ? opened.incentives : [];
  const linesOf = pledgeLines(documents, period);
  const plan: Array<PlannedSettlement> = [];
  for (const { id, name, sworn, state } of pledgesOf(documents.pledges, period)) {
    if (state.phase !== 'sworn') continue;
    const { terms } = state;
    const sums = achievedBy(linesOf(sworn.event.data).counted, terms.target);
    if (E.isLeft(sums)) return sums;
    const achieved = sums.right;
    const rewards = rewardsOf(terms, incentives, achieved);
    if (E.isLeft(rewards)) return rewards;
    plan.push({
      id,
      name,
      target: terms.target,
      achieved,
      met: isMet(terms, achieved),
      rewards: rewards.right
        .filter(({ entitled }) => entitled.minor > 0)
        .map(({ incentive, entitled }) => ({ incentive, amount: entitled })),
      donation: donationOf(terms, achieved),
    });
  }
  return E.right(plan);
};
