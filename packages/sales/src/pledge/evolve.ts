import type { BusinessId, Evolve, Instant, Money } from '@millrace/kernel';
import { absurd } from 'fp-ts/lib/function.js';
import type { Draft } from 'immer';
import type { CreditBasis, DonationRule } from '../playbook/readable.js';
import type { PledgeEvent } from './events.js';

/** What decisions must know of a pledge. */
export type Pledge = Unsworn | Sworn | Settled;

/** Never sworn, or withdrawn since. */
interface Unsworn {
  readonly phase: 'unsworn';
  readonly since?: Instant;
}

/** What was sworn, and never changes. @source PLG-9 */
export interface Terms {
  readonly scope: 'individual' | 'team';
  readonly person: BusinessId;
  readonly target: Money;
  readonly donation: Money;
  readonly creditBasis: CreditBasis;
  readonly donationRule: DonationRule;
  readonly template: string;
  readonly start: Instant;
}

export interface Sworn {
  readonly phase: 'sworn';
  readonly terms: Terms;
  readonly since: Instant;
}

/** The donation of a missed pledge; nothing is owed before consent. @source design.md decision 13 */
export interface Donation {
  readonly state: 'none' | 'proposed' | 'consented' | 'declined' | 'waived' | 'received' | 'dueBack';
  /** What the latest proposal asks for, or asked for. */
  readonly amount: Money;
  /** Received, and not given back. */
  readonly received: Money;
  readonly dueBack: Money;
  readonly since: Instant;
}

export interface Reward {
  readonly incentive: BusinessId;
  /** Granted, adjustments included. */
  readonly entitled: Money;
}

export interface Settled {
  readonly phase: 'settled';
  readonly terms: Terms;
  readonly since: Instant;
  readonly settledAt: Instant;
  readonly cutOff: number;
  /** At the cut-off; adjustments do not touch it. */
  readonly achieved: Money;
  readonly met: boolean;
  /** In hindsight, by the latest adjustment. */
  readonly hindsight: { readonly achieved: Money; readonly met: boolean };
  readonly rewards: ReadonlyArray<Reward>;
  readonly paid: Money;
  readonly donation: Donation;
  /** Position of the cut-off by which hindsight is known: its own, or that of the latest adjustment. */
  readonly knownUpTo: number;
}

export const initial: Pledge = { phase: 'unsworn' };

export const evolve: Evolve<Pledge, PledgeEvent> = (pledge, event) => {
  const at = event.effectiveAt;
  if (event.type === 'PledgeSworn') {
    const { scope, person, target, donation, creditBasis, donationRule, certificate, start } = event.data;
    const terms = { scope, person, target, donation, creditBasis, donationRule, template: certificate.template, start };
    return { phase: 'sworn', since: at, terms: terms as Draft<Terms> };
  }
  if (pledge.phase === 'unsworn') return undefined;
  if (event.type === 'PledgeWithdrawn') return { phase: 'unsworn', since: event.effectiveAt };
  if (event.type === 'PledgeSettled') return settled(pledge, event.data, at);
  if (pledge.phase === 'sworn') return undefined;

  switch (event.type) {
    case 'RewardGranted':
      pledge.rewards.push({ incentive: event.data.incentive, entitled: { ...event.data.amount } });
      return undefined;
    case 'RewardPaid':
      pledge.paid.minor = (pledge.paid.minor + event.data.amount.minor) as Money['minor'];
      return undefined;
    case 'DonationProposed':
      propose(pledge.donation, event.data.amount, at);
      return undefined;
    case 'DonationConsented':
      pledge.donation.state = 'consented';
      pledge.donation.since = at;
      return undefined;
    case 'DonationDeclined':
      pledge.donation.state = 'declined';
      pledge.donation.since = at;
      return undefined;
    case 'DonationWaived':
      pledge.donation.state = 'waived';
      pledge.donation.since = at;
      return undefined;
    case 'DonationReceived':
      pledge.donation.received.minor = (pledge.donation.received.minor + event.data.amount.minor) as Money['minor'];
      pledge.donation.state = 'received';
      pledge.donation.since = at;
      return undefined;
    case 'DonationReturned':
      pledge.donation.received.minor = (pledge.donation.received.minor - event.data.amount.minor) as Money['minor'];
      pledge.donation.dueBack.minor = (pledge.donation.dueBack.minor - event.data.amount.minor) as Money['minor'];
      if (pledge.donation.dueBack.minor === 0) pledge.donation.state = settledState(pledge.donation);
      pledge.donation.since = at;
      return undefined;
    case 'SettlementAdjusted':
      adjust(pledge, event.data, at);
      return undefined;
    default:
      return absurd(event);
  }
};

const settled = (
  { terms, since }: Draft<Sworn | Settled>,
  { achieved, met, cutOff }: Extract<PledgeEvent, { type: 'PledgeSettled' }>['data'],
  at: Instant,
): Draft<Settled> => {
  const nothing = (): Money => ({ ...achieved, minor: 0 as Money['minor'] });
  return {
    phase: 'settled',
    terms,
    since,
    settledAt: at,
    cutOff,
    achieved: { ...achieved },
    met,
    hindsight: { achieved: { ...achieved }, met },
    rewards: [],
    paid: nothing(),
    donation: { state: 'none', amount: nothing(), received: nothing(), dueBack: nothing(), since: at },
    knownUpTo: cutOff,
  };
};

const propose = (donation: Draft<Donation>, amount: Money, at: Instant): void => {
  donation.state = 'proposed';
  donation.amount = { ...amount };
  donation.since = at;
};

/** What late entries change: entitlements, and what is to be given back; never what was settled. */
const adjust = (
  pledge: Draft<Settled>,
  { cutOff, achieved, met, rewards, donation, dueBack }: Extract<PledgeEvent, { type: 'SettlementAdjusted' }>['data'],
  at: Instant,
): void => {
  pledge.hindsight = { achieved: { ...achieved }, met };
  pledge.knownUpTo = cutOff;
  for (const { incentive, entitled } of rewards) {
    const known = pledge.rewards.find((reward) => reward.incentive === incentive);
    if (known === undefined) pledge.rewards.push({ incentive, entitled: { ...entitled } });
    else known.entitled = { ...entitled };
  }
  const standing = pledge.donation;
  standing.dueBack = { ...dueBack };
  // What is due beyond what was received is asked for: by the proposal that stands, or by one that follows.
  if (donation.minor > standing.received.minor) return;
  standing.state = dueBack.minor > 0 ? 'dueBack' : settledState(standing);
  standing.since = at;
  if (standing.state === 'none') standing.amount = { ...donation };
};

/** The state of a donation of which nothing is asked for or due back. */
const settledState = ({ received }: Donation): Donation['state'] => (received.minor > 0 ? 'received' : 'none');
