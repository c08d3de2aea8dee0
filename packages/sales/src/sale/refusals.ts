/** Every way a command about a sale's credit can be turned down, each with the numbers that explain it. */
import type { Instant, MoneyError } from '@millrace/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type * as checks from '../checks.js';
import type { SaleEvent } from './events.js';

export type SaleRefusal =
  | { readonly type: 'PersonUnknown'; readonly person: string }
  | { readonly type: 'PersonResigned'; readonly person: string; readonly since: Instant }
  | { readonly type: 'CustomerUnknown'; readonly customer: string }
  | { readonly type: 'AmountNotPositive'; readonly minor: number }
  | { readonly type: 'AmountOutOfRange'; readonly cause: MoneyError }
  | { readonly type: 'NoShares' }
  | { readonly type: 'DoubledShare'; readonly ledger: Ledger; readonly person: string }
  | { readonly type: 'NotAWeight'; readonly person: string; readonly weight: number }
  | { readonly type: 'ShareBelowZero'; readonly ledger: Ledger; readonly person: string; readonly minor: number }
  | { readonly type: 'SplitsDoNotAddUp'; readonly expected: number; readonly actual: string }
  | { readonly type: 'MixedCurrencies'; readonly expected: string; readonly found: string }
  | { readonly type: 'ExchangeMissing'; readonly currency: string; readonly reporting: string }
  | { readonly type: 'ExchangeNotNeeded'; readonly currency: string }
  | { readonly type: 'CreditAlreadyRecorded'; readonly credit: number; readonly minor: number }
  /** Credits are numbered without gaps. */
  | { readonly type: 'CreditOutOfOrder'; readonly credit: number; readonly next: number }
  | { readonly type: 'CreditUnknown'; readonly credit: number }
  | { readonly type: 'RefundExceedsCredit'; readonly remaining: number; readonly minor: number }
  | { readonly type: 'RefundBeforeCredit'; readonly creditedAt: Instant }
  | { readonly type: 'UndefinedTerm'; readonly list: 'refund'; readonly id: string };

/** Three ledgers that never mix. */
export type Ledger = 'revenue' | 'overlay' | 'referral';

/** The answer to a command. */
export type Decision = E.Either<SaleRefusal, ReadonlyArray<SaleEvent>>;

/** The answer of a rule. */
export type Check<Found = unknown> = checks.Check<SaleRefusal, Found>;
