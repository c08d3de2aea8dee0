/** What a settled pledge is entitled to: rewards, and the donation that is proposed. @source ORG-28, PLG-2, MON-9 */
import { fromBigInt, type Money, type MoneyError, sum } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { Incentive, IncentiveRule, Tier } from '../period/readable.js';
import type { Terms } from './evolve.js';

const BASIS_POINTS = 10_000n;

/** What an incentive gives for an achievement, rounded half up once; nothing below zero. */
export const rewardOf = ({ mode, tiers }: IncentiveRule, { minor, currency }: Money): E.Either<MoneyError, Money> => {
  const all = BigInt(Math.max(0, minor));
  const earned = mode === 'marginal' ? marginal(tiers, all) : whole(tiers, all);
  return fromBigInt((2n * earned + BASIS_POINTS) / (2n * BASIS_POINTS), currency);
};

/** What a pledge is entitled to by each incentive that counts for it: nothing where missed. @source ORG-28, PLG-8 */
export const rewardsOf = (
  terms: Terms,
  incentives: ReadonlyArray<Incentive>,
  achieved: Money,
): E.Either<MoneyError, ReadonlyArray<Entitled>> => {
  const rewards: Array<Entitled> = [];
  for (const { incentive, rule } of incentivesFor(terms, incentives)) {
    const entitled = isMet(terms, achieved) ? rewardOf(rule, achieved) : E.right(withMinor(achieved, 0n));
    if (E.isLeft(entitled)) return entitled;
    rewards.push({ incentive, entitled: entitled.right });
  }
  // What is owed in all must be a sum that can be written down.
  const total = sum(
    achieved.currency,
    rewards.map(({ entitled }) => entitled),
  );
  return E.isLeft(total) ? total : E.right(rewards);
};

type Entitled = Pick<Incentive, 'incentive'> & { readonly entitled: Money };

/** Each tier's rate on the part within it, in minor units times basis points. */
const marginal = (tiers: ReadonlyArray<Tier>, achieved: bigint): bigint =>
  tiers.reduce((sum, { from, to, rateBp }) => {
    const top = to === null || achieved < BigInt(to) ? achieved : BigInt(to);
    const part = top - BigInt(from);
    return part > 0n ? sum + part * BigInt(rateBp) : sum;
  }, 0n);

/** The rate of the tier reached, on everything. */
const whole = (tiers: ReadonlyArray<Tier>, achieved: bigint): bigint => {
  const reached = tiers.find(({ from, to }) => achieved >= BigInt(from) && (to === null || achieved < BigInt(to)));
  return achieved * BigInt(reached?.rateBp ?? 0);
};

/** PLG-1, Q17: exactly the target is enough. */
export const isMet = ({ target }: Terms, achieved: Money): boolean => achieved.minor >= target.minor;

/** PLG-2: nothing where met; else all of it, or the part that is missing, rounded down. */
export const donationOf = ({ target, donation, donationRule }: Terms, achieved: Money): Money => {
  if (achieved.minor >= target.minor) return withMinor(donation, 0n);
  if (donationRule === 'allOrNothing') return donation;
  const missing = BigInt(target.minor) - BigInt(Math.max(0, achieved.minor));
  return withMinor(donation, (BigInt(donation.minor) * missing) / BigInt(target.minor));
};

/** PLG-8: what was announced before the cut-off, to sellers for their own pledge, to managers for their team's. */
export const incentivesFor = ({ scope }: Terms, incentives: ReadonlyArray<Incentive>): ReadonlyArray<Incentive> =>
  incentives.filter(
    ({ audience, beforeCutOff }) => beforeCutOff && audience === (scope === 'individual' ? 'seller' : 'manager'),
  );

const withMinor = (money: Money, minor: bigint): Money => ({ ...money, minor: Number(minor) as Money['minor'] });
