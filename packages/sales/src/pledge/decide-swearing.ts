/** Swearing and withdrawing. @source ORG-23, ORG-25..27, Q15, Q16, Q19 */
import * as E from 'fp-ts/lib/Either.js';
import { defined, ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import { fit } from '../person/readable.js';
import { sameJson } from '../same.js';
import { CURRENT_TEMPLATE, certificateHashes } from './certificate.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { PledgeEvent } from './events.js';
import type { Pledge } from './evolve.js';
import {
  afterOpening,
  byPledger,
  donationNotBelowZero,
  known,
  leads,
  meetingHeld,
  notCutOff,
  notStarted,
  readAmount,
  targetPositive,
  whenOpened,
  whenSworn,
} from './policy.js';
import type { Decision } from './refusals.js';

export const swear = (command: CommandTo<'SwearPledge'>, pledge: Pledge, context: Ruled): Decision => {
  const { period: label, person: id, unit, meeting } = command;
  const { rules, effectiveAt, sha256 } = context;
  const { performance, people } = rules.playbook;
  const opened = whenOpened(context.period, label);
  if (E.isLeft(opened)) return opened;
  const target = readAmount('target', command.target, context);
  if (E.isLeft(target)) return target;
  const donation = readAmount('donation', command.donation, context);
  if (E.isLeft(donation)) return donation;
  const creditBasis = command.creditBasis ?? performance.creditBasis;
  const donationRule = command.donationRule ?? performance.donationRule;

  if (pledge.phase !== 'unsworn') {
    const { terms } = pledge;
    const same =
      sameJson(terms.target, target.right) &&
      sameJson(terms.donation, donation.right) &&
      terms.creditBasis === creditBasis &&
      terms.donationRule === donationRule;
    return same
      ? E.right([])
      : refuse({ type: 'AlreadyPledged', target: terms.target.minor, donation: terms.donation.minor });
  }

  const period = opened.right;
  const scope = unit === undefined ? 'individual' : 'team';
  const unitName = context.unit?.phase === 'opened' ? context.unit.name : undefined;
  const written = {
    scope,
    cadence: period.cadence,
    period: label,
    unitName,
    target: target.right,
    donation: donation.right,
  } as const;
  return unless(
    [
      known(id, context),
      byPledger(id, context),
      ...fit(id, context.person, 'pledge', people, effectiveAt),
      leads(id, unit, context),
      targetPositive(target.right),
      donationNotBelowZero(donation.right),
      meetingHeld(period, meeting),
      afterOpening(period, context),
      pledge.since === undefined ? ok : notBefore('pledge', pledge.since, context),
      notCutOff(period),
    ],
    (): ReadonlyArray<PledgeEvent> => [
      {
        type: 'PledgeSworn',
        data: {
          period: label,
          scope,
          person: id,
          name: (context.person.phase === 'staff' ? context.person.name : undefined) ?? id,
          target: target.right,
          donation: donation.right,
          creditBasis,
          donationRule,
          rounding: 'floor',
          certificate: { template: CURRENT_TEMPLATE, ...certificateHashes(CURRENT_TEMPLATE, written, sha256) },
          start: period.start,
          end: period.end,
          late: effectiveAt >= period.start,
          ...defined({ unit, unitName, meeting }),
        },
        effectiveAt,
      },
    ],
  );
};

export const withdraw = (command: CommandTo<'WithdrawPledge'>, pledge: Pledge, context: Ruled): Decision => {
  if (pledge.phase === 'unsworn') return E.right([]);
  const sworn = whenSworn(pledge);
  if (E.isLeft(sworn)) return sworn;
  return unless(
    [
      byPledger(command.person, context),
      notStarted(sworn.right, context),
      notBefore('pledge', sworn.right.since, context),
    ],
    () => [{ type: 'PledgeWithdrawn', data: {}, effectiveAt: context.effectiveAt }],
  );
};
