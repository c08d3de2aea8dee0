/**
 * The donation of a missed pledge: proposed, then consented to, declined or waived; received only with
 * consent. Nothing here deducts anything from a wage.
 *
 * @source Q18, PLG-3, design.md decision 13
 */
import type { Money } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse, unless } from '../checks.js';
import { notBefore } from '../dating.js';
import type { CommandTo } from './commands.js';
import type { Ruled } from './context.js';
import type { Settled } from './evolve.js';
import { inItsCurrency, pledgersAnswer, positive, proposed } from './policy.js';
import type { Check, Decision } from './refusals.js';

export const consent = (_: CommandTo<'ConsentToDonation'>, pledge: Settled, context: Ruled): Decision => {
  const { donation, terms } = pledge;
  if (donation.state === 'consented' && context.actor === terms.person) return E.right([]);
  return unless([proposed(donation), pledgersAnswer(pledge, context)], () => [
    {
      type: 'DonationConsented',
      data: { by: terms.person, amount: donation.amount },
      effectiveAt: context.effectiveAt,
    },
  ]);
};

export const decline = (_: CommandTo<'DeclineDonation'>, pledge: Settled, context: Ruled): Decision => {
  const { donation, terms } = pledge;
  if (donation.state === 'declined' && context.actor === terms.person) return E.right([]);
  return unless([proposed(donation), pledgersAnswer(pledge, context)], () => [
    { type: 'DonationDeclined', data: { by: terms.person }, effectiveAt: context.effectiveAt },
  ]);
};

/** The company lets it be, consented to or not, before it is received. */
export const waive = ({ reason }: CommandTo<'WaiveDonation'>, { donation }: Settled, context: Ruled): Decision => {
  const { state } = donation;
  if (state === 'waived') return E.right([]);
  return unless(
    [
      state === 'proposed' || state === 'consented' ? ok : refuse({ type: 'DonationNotProposed', state }),
      isWaiver(reason, context),
      notBefore('donation', donation.since, context),
    ],
    () => [{ type: 'DonationWaived', data: { by: context.actor, reason }, effectiveAt: context.effectiveAt }],
  );
};

const isWaiver = (id: string, { rules }: Ruled): Check =>
  rules.playbook.performance.waiver.some((term) => term.id === id)
    ? ok
    : refuse({ type: 'UndefinedTerm', list: 'waiver', id });

/** PLG-3: only what was consented to, and no more than that. */
export const receive = (
  { amount, reference }: CommandTo<'ReceiveDonation'>,
  { terms, donation }: Settled,
  context: Ruled,
): Decision =>
  unless(
    [
      consented(donation),
      inItsCurrency(amount, terms),
      positive(amount),
      within(donation, amount),
      notBefore('donation', donation.since, context),
    ],
    () => [{ type: 'DonationReceived', data: { amount, reference }, effectiveAt: context.effectiveAt }],
  );

const consented = ({ state }: Settled['donation']): Check =>
  state === 'consented' ? ok : refuse({ type: 'DonationNotConsented', state });

const within = ({ amount: consentedTo, received }: Settled['donation'], { minor }: Money): Check =>
  minor === consentedTo.minor
    ? ok
    : refuse({ type: 'DonationNotAsConsented', consented: consentedTo.minor, received: received.minor, minor });

/** What late entries made due back. */
export const returnDonation = (
  { amount, reference }: CommandTo<'ReturnDonation'>,
  { terms, donation }: Settled,
  context: Ruled,
): Decision => {
  const { state, dueBack, since } = donation;
  return unless(
    [
      dueBack.minor > 0 ? ok : refuse({ type: 'NothingDueBack', state }),
      inItsCurrency(amount, terms),
      positive(amount),
      amount.minor <= dueBack.minor
        ? ok
        : refuse({ type: 'ReturnExceedsDue', dueBack: dueBack.minor, minor: amount.minor }),
      notBefore('donation', since, context),
    ],
    () => [{ type: 'DonationReturned', data: { amount, reference }, effectiveAt: context.effectiveAt }],
  );
};
