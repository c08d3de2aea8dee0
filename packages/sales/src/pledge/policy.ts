/** The rules of pledges, named. Each says in its first line where it comes from. */
import { type Money, parseDecimal, parseWan } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse } from '../checks.js';
import { notBefore } from '../dating.js';
import { roleIn } from '../governance/index.js';
import type { OpenedPeriod, SalesPeriod } from '../period/readable.js';
import { joinedBy, spanAt } from '../person/readable.js';
import type { AmountText } from './commands.js';
import type { Ruled } from './context.js';
import type { Donation, Pledge, Settled, Sworn, Terms } from './evolve.js';
import type { Check } from './refusals.js';

/** ORG-23: a pledge is for a period that was opened. */
export const whenOpened = (period: SalesPeriod, label: string): Check<OpenedPeriod> =>
  period.phase === 'opened' ? E.right(period) : refuse({ type: 'PeriodNotOpened', period: label });

/** ORG-23: swearing runs from the opening of the period, by effective time. */
export const afterOpening = ({ openedAt }: OpenedPeriod, { effectiveAt }: Ruled): Check =>
  effectiveAt >= openedAt ? ok : refuse({ type: 'BeforePeriodOpened', openedAt });

/** ORG-23: swearing runs to the cut-off. */
export const notCutOff = ({ cutOffAt }: OpenedPeriod): Check =>
  cutOffAt === undefined ? ok : refuse({ type: 'PeriodAlreadyCutOff', cutOffAt });

/** Design decision 12: a pledge is settled on what was recorded before the cut-off, once it was made. */
export const cutOffBefore = (label: string, { cutOffAt }: OpenedPeriod, context: Ruled): Check =>
  cutOffAt === undefined
    ? refuse({ type: 'PeriodNotCutOff', period: label })
    : notBefore('settlement', cutOffAt, context);

/** ORG-26: whoever pledges is known, and had joined by then. */
export const known = (id: string, { person, effectiveAt }: Ruled): Check =>
  joinedBy(person, effectiveAt) ? ok : refuse({ type: 'PersonUnknown', person: id });

/** ORG-26: one swears, and withdraws, for oneself; only who acts in a role that no person holds does it for others. */
export const byPledger = (pledger: string, { actor, role, rules }: Ruled): Check => {
  const listed = roleIn(rules.playbook.permissions, role);
  return listed?.holder !== 'person' || actor === pledger ? ok : refuse({ type: 'NotThePledger', pledger, actor });
};

/** ORG-27: a team is pledged for by who leads it. */
export const leads = (person: string, unitId: string | undefined, { unit, effectiveAt }: Ruled): Check => {
  if (unitId === undefined) return ok;
  const leader = unit?.phase === 'opened' ? spanAt(unit.leaders, effectiveAt)?.what : undefined;
  return leader === person ? ok : refuse({ type: 'NotLeaderOfUnit', unit: unitId, leader: leader ?? null });
};

/** ORG-23: the meeting named was held. */
export const meetingHeld = ({ meetings }: OpenedPeriod, meeting: string | undefined): Check =>
  meeting === undefined || meetings.some(({ id }) => id === meeting) ? ok : refuse({ type: 'MeetingUnknown', meeting });

/** Q19: decimal strings of 万元 and 元, exact to the fen; or money of the reporting currency. */
export const readAmount = (field: 'target' | 'donation', text: AmountText, { rules }: Ruled): Check<Money> => {
  const { currency: reporting } = rules.playbook;
  const read = 'wan' in text ? parseWan(text.wan) : 'yuan' in text ? parseDecimal(text.yuan, 'CNY') : E.right(text);
  if (E.isLeft(read)) return refuse({ type: 'AmountUnreadable', field, cause: read.left });
  const { currency } = read.right;
  return currency === reporting ? read : refuse({ type: 'CurrencyNotReporting', currency, reporting });
};

/** Q19: a target is more than nothing. */
export const targetPositive = ({ minor }: Money): Check =>
  minor > 0 ? ok : refuse({ type: 'TargetNotPositive', minor });

/** Q19: a donation may be nothing, and is never less. */
export const donationNotBelowZero = ({ minor }: Money): Check =>
  minor >= 0 ? ok : refuse({ type: 'DonationBelowZero', minor });

/** What was sworn and not settled. */
export const whenSworn = (pledge: Pledge): Check<Sworn> =>
  pledge.phase === 'sworn' ? E.right(pledge) : refuse({ type: 'NotSworn' });

/** What was settled. */
export const whenSettled = (pledge: Pledge): Check<Settled> =>
  pledge.phase === 'settled' ? E.right(pledge) : refuse({ type: 'NotSettled' });

/** PLG-9: withdrawn before the period's start only, by effective time; never once it is cut off, dated back or not. */
export const notStarted = ({ terms: { start } }: Sworn, { effectiveAt, period }: Ruled): Check => {
  if (effectiveAt >= start) return refuse({ type: 'PeriodStarted', start });
  return period.phase === 'opened' ? notCutOff(period) : ok;
};

/** Design decision 13: consent and refusal are the pledger's own, and given after the proposal. */
export const pledgersAnswer = ({ terms, donation }: Settled, { actor, effectiveAt }: Ruled): Check => {
  const { person: pledger } = terms;
  if (actor !== pledger) return refuse({ type: 'ConsentNotByPledger', pledger, actor });
  return effectiveAt >= donation.since ? ok : refuse({ type: 'BeforeProposal', proposedAt: donation.since });
};

/** Design decision 13: only what is proposed is answered. */
export const proposed = ({ state }: Donation): Check =>
  state === 'proposed' ? ok : refuse({ type: 'DonationNotProposed', state });

/** Something is paid where more than nothing is. */
export const positive = ({ minor }: Money): Check => (minor > 0 ? ok : refuse({ type: 'AmountNotPositive', minor }));

/** PLG-9: a pledge is settled and paid in the currency it was sworn in, whatever the playbook's is now. */
export const inItsCurrency = ({ currency }: Money, { target }: Terms): Check =>
  currency === target.currency ? ok : refuse({ type: 'CurrencyNotReporting', currency, reporting: target.currency });
