/** Every way a command about a period can be turned down, each with the numbers that explain it. */
import type { Instant } from '@millrace/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type * as checks from '../checks.js';
import type { EffectiveBeforeLast } from '../dating.js';
import type { PeriodEvent } from './events.js';

export type PeriodRefusal =
  | EffectiveBeforeLast<'settlement'>
  | { readonly type: 'NotAPeriod'; readonly period: string }
  | { readonly type: 'PeriodNotOpened'; readonly period: string }
  | { readonly type: 'PeriodAlreadyOpened'; readonly start: Instant; readonly end: Instant }
  | { readonly type: 'PeriodOver'; readonly period: string; readonly end: Instant }
  | { readonly type: 'PeriodNotOver'; readonly period: string; readonly end: Instant }
  | { readonly type: 'PeriodAlreadyCutOff'; readonly cutOffAt: Instant }
  | { readonly type: 'PeriodNotCutOff'; readonly period: string }
  | { readonly type: 'PeriodAlreadyClosed'; readonly closedAt: Instant }
  | { readonly type: 'BeforePeriodOpened'; readonly openedAt: Instant }
  | { readonly type: 'PersonUnknown'; readonly person: string }
  | { readonly type: 'UnitUnknown'; readonly unit: string }
  | { readonly type: 'TargetNotPositive'; readonly target: number }
  | {
      readonly type: 'LevelsNotRising';
      readonly level: 'stretch' | 'challenge';
      readonly below: number;
      readonly found: number;
    }
  | { readonly type: 'CurrencyNotReporting'; readonly currency: string; readonly reporting: string }
  | { readonly type: 'NobodyNamed'; readonly field: 'chairs' | 'by' }
  | { readonly type: 'MeetingAlreadyHeld'; readonly meeting: string; readonly heldAt: Instant }
  | { readonly type: 'MeetingUnknown'; readonly meeting: string }
  | { readonly type: 'IncentiveAlreadyAnnounced'; readonly incentive: string; readonly announcedAt: Instant }
  /** Tiers are numbered from 1; `expected` is where the one before ends, `found` where this one begins. */
  | { readonly type: 'TiersNotContiguous'; readonly tier: number; readonly expected: number; readonly found: number }
  | { readonly type: 'TierWithoutLength'; readonly tier: number; readonly from: number; readonly to: number }
  /** The last tier has no end, and no other is without one. */
  | { readonly type: 'TierEnd'; readonly tier: number }
  | { readonly type: 'RateBelowZero'; readonly tier: number; readonly rateBp: number }
  | { readonly type: 'CountsDoNotAddUp'; readonly pledges: number; readonly met: number; readonly missed: number }
  | {
      readonly type: 'SettlementAlreadyCompleted';
      readonly pledges: number;
      readonly met: number;
      readonly missed: number;
      readonly cutOff: number;
    }
  | { readonly type: 'SettlementNotCompleted'; readonly period: string }
  | { readonly type: 'AgendaItemMissing'; readonly item: string }
  | { readonly type: 'AgendaItemDoubled'; readonly item: string }
  /** `minutes` is the hash of those that stand. */
  | { readonly type: 'SettlementMeetingAlreadyHeld'; readonly minutes: string }
  | { readonly type: 'SettlementMeetingMissing'; readonly period: string }
  /** A number in a document cites what it rests on. @source ORG-51 */
  | { readonly type: 'NoFiguresCited'; readonly document: 'minutes' | 'summary' | 'analysis' | 'plan' };

/** The answer to a command. */
export type Decision = E.Either<PeriodRefusal, ReadonlyArray<PeriodEvent>>;

/** The answer of a rule. */
export type Check<Found = unknown> = checks.Check<PeriodRefusal, Found>;
