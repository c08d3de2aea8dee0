/** Settling a pledge, and what late entries change of it. @source PLG-1, PLG-2, PLG-6, PLG-8, PLG-17 */
import { later as laterOf, type Money, parsePeriod } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import type { OpenedPeriod } from '../period/readable.js';
import { sameJson } from '../same.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import { donationOf, isMet, rewardsOf } from './entitlement.js';
import type { PledgeEvent } from './events.js';
import type { Donation, Pledge, Reward, Settled, Terms } from './evolve.js';
import { cutOffBefore, inItsCurrency, positive, whenOpened, whenSworn } from './policy.js';
import type { Check, Decision } from './refusals.js';

/** Met or missed, by what was recorded before the cut-off; rewards and proposals follow from it. */
export const settle = (command: CommandTo<'SettlePledge'>, pledge: Pledge, context: Ruled): Decision => {
  const { achieved, cutOff, period: label } = command;
  if (pledge.phase === 'settled') {
    return sameJson(pledge.achieved, achieved) && pledge.cutOff === cutOff
      ? E.right([])
      : refuse({ type: 'AlreadySettled', achieved: pledge.achieved.minor, cutOff: pledge.cutOff });
  }
  const sworn = whenSworn(pledge);
  if (E.isLeft(sworn)) return sworn;
  const opened = whenOpened(context.period, label);
  if (E.isLeft(opened)) return opened;
  const { terms } = sworn.right;
  const rewards = entitlements(terms, opened.right, achieved);
  if (E.isLeft(rewards)) return rewards;
  const { effectiveAt } = context;
  return unless(
    [cutOffBefore(label, opened.right, context), inItsCurrency(achieved, terms)],
    (): ReadonlyArray<PledgeEvent> => [
      { type: 'PledgeSettled', data: { achieved, met: isMet(terms, achieved), cutOff }, effectiveAt },
      ...rewards.right
        .filter(({ entitled }) => entitled.minor > 0)
        .map(
          ({ incentive, entitled }): PledgeEvent => ({
            type: 'RewardGranted',
            data: { incentive, amount: entitled },
            effectiveAt,
          }),
        ),
      ...proposal(donationOf(terms, achieved), 'settlement', context),
    ],
  );
};

const entitlements = (terms: Terms, { incentives }: OpenedPeriod, achieved: Money) => {
  const rewards = rewardsOf(terms, incentives, achieved);
  return E.isLeft(rewards) ? refuse({ type: 'RewardOutOfRange', cause: rewards.left }) : rewards;
};

const proposal = (
  amount: Money,
  cause: 'settlement' | 'adjustment',
  { effectiveAt }: Pick<Ruled, 'effectiveAt'>,
): ReadonlyArray<PledgeEvent> =>
  amount.minor > 0 ? [{ type: 'DonationProposed', data: { amount, cause }, effectiveAt }] : [];

/**
 * Late entries change entitlements, never what was settled. What rests on an earlier cut-off than the
 * latest adjustment is contained in that one; and no answer or payment that was recorded meanwhile
 * keeps an adjustment out: it is dated after it.
 *
 * @source design.md decision 12
 */
export const adjust = (command: CommandTo<'AdjustSettlement'>, pledge: Settled, context: Ruled): Decision => {
  const { achieved, postedIn, cutOff, period: label } = command;
  if (cutOff < pledge.knownUpTo || sameJson(pledge.hindsight.achieved, achieved)) return E.right([]);
  const opened = whenOpened(context.period, label);
  if (E.isLeft(opened)) return opened;
  const { terms, donation } = pledge;
  const entitled = entitlements(terms, opened.right, achieved);
  if (E.isLeft(entitled)) return entitled;

  const effectiveAt = [pledge.settledAt, donation.since].reduce(laterOf, context.effectiveAt);
  const due = donationOf(terms, achieved);
  const received = donation.received.minor;
  const dueBack = withMinor(due, Math.max(0, received - due.minor));
  const asked = withMinor(due, due.minor - received);
  return unless(
    [later(label, postedIn, context), inItsCurrency(achieved, terms)],
    (): ReadonlyArray<PledgeEvent> => [
      {
        type: 'SettlementAdjusted',
        data: {
          postedIn,
          cutOff,
          achieved,
          met: isMet(terms, achieved),
          rewards: entitled.right.flatMap((reward) => changed(pledge, reward)),
          donation: due,
          dueBack,
        },
        effectiveAt,
      },
      ...(asksAnew(donation, asked) ? proposal(asked, 'adjustment', { effectiveAt }) : []),
    ],
  );
};

const changed = ({ rewards }: Settled, { incentive, entitled }: Reward) => {
  const before = rewards.find((reward) => reward.incentive === incentive)?.entitled.minor ?? 0;
  return entitled.minor === before
    ? []
    : [{ incentive, entitled, change: withMinor(entitled, entitled.minor - before) }];
};

/** A donation is proposed anew where another amount is to be asked for than was. */
const asksAnew = ({ state, amount }: Donation, asked: Money): boolean =>
  state === 'none' || state === 'received' || state === 'dueBack' || asked.minor !== amount.minor;

/** What came late to a period is posted in a later one of the same cadence. */
const later = (label: string, postedIn: string, { rules }: Ruled): Check => {
  const [from, to] = [parsePeriod(label, rules.playbook.zone), parsePeriod(postedIn, rules.playbook.zone)];
  const isLater =
    E.isRight(from) && E.isRight(to) && from.right.cadence === to.right.cadence && from.right.start < to.right.start;
  return isLater ? ok : refuse({ type: 'AdjustmentNotLater', period: label, postedIn });
};

/** PLG-17: no more is paid than is entitled; what was paid too much is taken back by its own posting. */
export const payReward = (
  { amount, reference }: CommandTo<'PayReward'>,
  { terms, rewards, paid, settledAt }: Settled,
  context: Ruled,
): Decision => {
  const entitled = rewards.reduce((sum, reward) => sum + reward.entitled.minor, 0);
  return unless(
    [
      positive(amount),
      inItsCurrency(amount, terms),
      notBefore('settlement', settledAt, context),
      paid.minor + amount.minor <= entitled
        ? ok
        : refuse({ type: 'RewardExceedsEntitlement', entitled, paid: paid.minor, minor: amount.minor }),
    ],
    () => [{ type: 'RewardPaid', data: { amount, reference }, effectiveAt: context.effectiveAt }],
  );
};

const withMinor = (money: Money, minor: number): Money => ({ ...money, minor: minor as Money['minor'] });
