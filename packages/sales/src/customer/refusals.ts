/** Every way a command about a customer can be turned down, each with what a caller needs to explain it. */
import type { Instant, Money, MoneyError } from '@millrace/kernel';
import type * as E from 'fp-ts/lib/Either.js';
import type * as checks from '../checks.js';
import type { EffectiveBeforeLast, EffectiveInFuture } from '../dating.js';
import type { FitnessRefusal } from '../person/readable.js';
import type { ListName } from '../playbook/index.js';
import type { CustomerEvent } from './events.js';

/** What may not go back in effective time, each on its own. @source design.md decision 11 */
export type Dimension = 'record' | 'journey' | 'custody' | 'class' | 'link';

/** Why a command about a customer was turned down. */
export type CustomerRefusal =
  | EffectiveInFuture
  | EffectiveBeforeLast<Dimension>
  | {
      readonly type: 'UndefinedTerm';
      readonly list: ListName | 'stages' | 'classes' | 'buyerSteps';
      readonly id: string;
    }
  | RecordRefusal
  | JourneyRefusal
  | ClassRefusal
  | LinkRefusal
  | CustodyRefusal
  | FitnessRefusal;

type RecordRefusal =
  | { readonly type: 'CustomerUnknown'; readonly customer: string }
  | { readonly type: 'CustomerNotEntered'; readonly status: 'pending' | 'accepted' | 'rejected' }
  | { readonly type: 'CustomerAlreadyCollected' }
  | { readonly type: 'CustomerAlreadyEntered' }
  | { readonly type: 'ContactDatumMissing' }
  | { readonly type: 'ProspectNotPending'; readonly status: 'accepted' | 'rejected' }
  | { readonly type: 'ProspectNotRejected'; readonly status: 'pending' | 'accepted' }
  | { readonly type: 'ProspectNotAccepted'; readonly status: 'pending' | 'rejected' }
  | { readonly type: 'SelfScreeningForbidden'; readonly collectedBy: string };

type JourneyRefusal =
  | { readonly type: 'JourneyAlreadyOpen'; readonly journey: number; readonly stage: string }
  | { readonly type: 'NoOpenJourney' }
  | { readonly type: 'StageNotAhead'; readonly from: string; readonly to: string }
  | { readonly type: 'StageNotBehind'; readonly from: string; readonly to: string }
  | { readonly type: 'StageNeedsDecidedPurchase'; readonly stage: string }
  | { readonly type: 'EvidenceMissing'; readonly stage: string }
  | { readonly type: 'PurchaseNotDecided'; readonly stage: string }
  | { readonly type: 'AmountBelowZero'; readonly amount: Money }
  | { readonly type: 'NoSuchMove'; readonly target: number }
  | { readonly type: 'NotAChangeOfStage'; readonly target: number }
  | { readonly type: 'CorrectionBreaksHistory'; readonly target: number; readonly broken: number };

type ClassRefusal = { readonly type: 'WonAmountOutOfRange'; readonly cause: MoneyError };

type LinkRefusal =
  | { readonly type: 'DuplicateOfItself' }
  | { readonly type: 'DuplicateTargetNotEntered'; readonly customer: string }
  | { readonly type: 'DuplicateTargetIsDuplicate'; readonly customer: string; readonly of: string }
  | { readonly type: 'AlreadyDuplicateOf'; readonly of: string };

type CustodyRefusal =
  | { readonly type: 'NotInPool'; readonly holder: string }
  | { readonly type: 'InPool' }
  | { readonly type: 'UnderTemporaryCustody'; readonly manager: string }
  | { readonly type: 'NotUnderTemporaryCustody' }
  | { readonly type: 'TemporaryCustodyWithoutLength'; readonly from: Instant; readonly until: Instant };

/** The answer to a command. */
export type Decision = E.Either<CustomerRefusal, ReadonlyArray<CustomerEvent>>;

/** The answer of a rule. */
export type Check<Found = unknown> = checks.Check<CustomerRefusal, Found>;
