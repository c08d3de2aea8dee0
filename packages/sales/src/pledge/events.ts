/**
 * What can have happened to a pledge. Storage format: append-only.
 *
 * No event deducts anything from a wage, and nothing is payable before `DonationConsented`.
 *
 * @source requirements ORG-25..28, Q15..Q20, PLG-1..17, design.md decision 13
 */
import { BusinessId, type EventOf, eventSet, Instant, Money, personal, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { PeriodLabel } from '../period/readable.js';
import { CreditBasis, DonationRule } from '../playbook/readable.js';
import { Term } from '../terms.js';

/** The template of the certificate, and a hash of its text in each language, the name left open. */
const Certificate = struct({ template: t.string, zh: t.string, en: t.string }, {}, 'Certificate');

const Entitlement = struct(
  {
    incentive: BusinessId,
    /** What the incentive gives in hindsight. */
    entitled: Money,
    /** What that adds to, or takes from, what was granted so far. */
    change: Money,
  },
  {},
  'Entitlement',
);

const specs = {
  PledgeSworn: {
    data: struct(
      {
        period: PeriodLabel,
        scope: t.keyof({ individual: null, team: null }),
        /** Who pledges, and who donates: of a team, its leader. */
        person: BusinessId,
        name: personal(t.string),
        target: Money,
        donation: Money,
        creditBasis: CreditBasis,
        donationRule: DonationRule,
        rounding: t.literal('floor'),
        certificate: Certificate,
        start: Instant,
        end: Instant,
        /** Sworn at or after the period's start. @source ORG-23 */
        late: t.boolean,
      },
      { unit: BusinessId, unitName: t.string, meeting: BusinessId },
    ),
  },
  PledgeWithdrawn: { data: struct({}) },

  /** By the credits recorded before position `cutOff`. */
  PledgeSettled: { data: struct({ achieved: Money, met: t.boolean, cutOff: SafeInteger }) },
  RewardGranted: { data: struct({ incentive: BusinessId, amount: Money }) },
  RewardPaid: { data: struct({ amount: Money, reference: t.string }) },

  /** Of a missed pledge; owed by nobody yet. */
  DonationProposed: { data: struct({ amount: Money, cause: t.keyof({ settlement: null, adjustment: null }) }) },
  DonationConsented: { data: struct({ by: BusinessId, amount: Money }) },
  DonationDeclined: { data: struct({ by: BusinessId }) },
  DonationWaived: { data: struct({ by: BusinessId, reason: Term }) },
  DonationReceived: { data: struct({ amount: Money, reference: t.string }) },
  DonationReturned: { data: struct({ amount: Money, reference: t.string }) },

  /** What late entries change, posted in period `postedIn`, which was cut off at position `cutOff`. */
  SettlementAdjusted: {
    data: struct({
      postedIn: PeriodLabel,
      cutOff: SafeInteger,
      /** Achieved in hindsight. */
      achieved: Money,
      met: t.boolean,
      rewards: t.readonlyArray(Entitlement),
      /** What a proposal would ask for in hindsight. */
      donation: Money,
      /** What was received and is to be given back. */
      dueBack: Money,
    }),
  },
};

export type PledgeEvent = EventOf<typeof specs>;
export const pledgeEvents = eventSet('pledge', specs);
