/** Every way a command about a pledge can be turned down, each with the numbers that explain it. */
import type { Instant, MoneyError } from '@millrace/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type * as checks from '../checks.js';
import type { EffectiveBeforeLast } from '../dating.js';
import type { FitnessRefusal } from '../person/readable.js';
import type { PledgeEvent } from './events.js';
import type { Donation } from './evolve.js';

export type PledgeRefusal =
  | SwearingRefusal
  | SettlingRefusal
  | DonationRefusal
  | FitnessRefusal
  | EffectiveBeforeLast<'pledge' | 'settlement' | 'donation'>;

type SwearingRefusal =
  | { readonly type: 'PeriodNotOpened'; readonly period: string }
  | { readonly type: 'BeforePeriodOpened'; readonly openedAt: Instant }
  | { readonly type: 'PeriodAlreadyCutOff'; readonly cutOffAt: Instant }
  | { readonly type: 'PeriodStarted'; readonly start: Instant }
  | { readonly type: 'PersonUnknown'; readonly person: string }
  /** Who acts as a person swears and withdraws for nobody else. */
  | { readonly type: 'NotThePledger'; readonly pledger: string; readonly actor: string }
  | { readonly type: 'NotLeaderOfUnit'; readonly unit: string; readonly leader: string | null }
  | { readonly type: 'AmountUnreadable'; readonly field: 'target' | 'donation'; readonly cause: MoneyError }
  | { readonly type: 'CurrencyNotReporting'; readonly currency: string; readonly reporting: string }
  | { readonly type: 'TargetNotPositive'; readonly minor: number }
  | { readonly type: 'DonationBelowZero'; readonly minor: number }
  | { readonly type: 'MeetingUnknown'; readonly meeting: string }
  /** One active pledge per person, scope and period, for a team per unit. @source Q15 */
  | { readonly type: 'AlreadyPledged'; readonly target: number; readonly donation: number };

type SettlingRefusal =
  | { readonly type: 'NotSworn' }
  | { readonly type: 'NotSettled' }
  | { readonly type: 'PeriodNotCutOff'; readonly period: string }
  | { readonly type: 'AlreadySettled'; readonly achieved: number; readonly cutOff: number }
  /** A rate that is beyond all measure. @source MON-10 */
  | { readonly type: 'RewardOutOfRange'; readonly cause: MoneyError }
  | { readonly type: 'AdjustmentNotLater'; readonly period: string; readonly postedIn: string }
  | {
      readonly type: 'RewardExceedsEntitlement';
      readonly entitled: number;
      readonly paid: number;
      readonly minor: number;
    }
  | { readonly type: 'AmountNotPositive'; readonly minor: number };

type DonationRefusal =
  | { readonly type: 'DonationNotProposed'; readonly state: Donation['state'] }
  | { readonly type: 'ConsentNotByPledger'; readonly pledger: string; readonly actor: string }
  | { readonly type: 'BeforeProposal'; readonly proposedAt: Instant }
  | { readonly type: 'DonationNotConsented'; readonly state: Donation['state'] }
  | {
      readonly type: 'DonationNotAsConsented';
      readonly consented: number;
      readonly received: number;
      readonly minor: number;
    }
  | { readonly type: 'NothingDueBack'; readonly state: Donation['state'] }
  | { readonly type: 'ReturnExceedsDue'; readonly dueBack: number; readonly minor: number }
  | { readonly type: 'UndefinedTerm'; readonly list: 'waiver'; readonly id: string };

/** The answer to a command. */
export type Decision = E.Either<PledgeRefusal, ReadonlyArray<PledgeEvent>>;

/** The answer of a rule. */
export type Check<Found = unknown> = checks.Check<PledgeRefusal, Found>;
