import { type Money, zero } from '@millrace/kernel';
import type { Donation, Pledge } from '@millrace/sales';

/** How a donation stands, and the amount that this state is about. */
export interface DonationStanding {
  readonly state: Donation['state'];
  readonly amount: Money;
}

/** The donation of a pledge: what is asked for, was received, or is due back; nothing until it is settled. */
export const donationStanding = (pledge: Pledge, { currency }: Pick<Money, 'currency'>): DonationStanding => {
  if (pledge.phase !== 'settled' || pledge.donation.state === 'none') return { state: 'none', amount: zero(currency) };
  const { state, amount, received, dueBack } = pledge.donation;
  if (state === 'received') return { state, amount: received };
  return { state, amount: state === 'dueBack' ? dueBack : amount };
};
