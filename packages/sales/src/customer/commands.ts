/**
 * What can be asked of a customer, and every way it can be turned down.
 *
 * Collector, screener and custodian are business data; who acts is in the command's envelope.
 */
import { BusinessId, type CommandOf, commandSet, Instant, Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { type ListName, Term } from '../playbook/index.js';
import { DataSheet, SheetField, SheetFields } from './sheet.js';
import { ContactNote, Evidence } from './terms.js';

const customer = BusinessId;

const specs = {
  CollectProspect: struct({ customer, collectedBy: BusinessId, sheet: DataSheet }),
  ResubmitProspect: struct({ customer, resubmittedBy: BusinessId }),
  AcceptProspect: struct({ customer, screenedBy: BusinessId }),
  RejectProspect: struct({ customer, screenedBy: BusinessId, reason: Term }),
  /** Into the custody of `custodian`, or into the pool where nobody is named. */
  EnterCustomer: struct({ customer }, { custodian: BusinessId }),
  UpdateDataSheet: struct({ customer, changes: SheetFields }, { cleared: t.readonlyArray(SheetField) }),
  LogContact: struct({ customer, by: BusinessId, contactType: Term }, { message: ContactNote }),

  OpenJourney: struct({ customer }),
  AdvanceStage: struct({ customer, to: Term }, { evidence: Evidence }),
  RevertStage: struct({ customer, to: Term, reason: Term }),
  DecidePurchase: struct({ customer }, { evidence: Evidence }),
  CompletePurchase: struct({ customer }, { amount: Money }),
  CloseJourney: struct({
    customer,
    outcome: t.keyof({ lost: null, disqualified: null, dormant: null }),
    reason: Term,
  }),
  /** Replaces the move recorded at revision `target`, or declares it void where there is no replacement. */
  CorrectJourneyMove: struct(
    { customer, target: SafeInteger, reason: Term },
    { replacement: struct({}, { effectiveAt: Instant, to: Term }) },
  ),
  ObserveBuyerStep: struct({ customer, step: Term }),

  ProposeClass: struct({ customer, class: Term, proposedBy: BusinessId }),
  ClassifyCustomer: struct({ customer }, { relationship: Term }),

  LinkDuplicate: struct({ customer, of: BusinessId }),
  UnlinkDuplicate: struct({ customer }),

  AssignCustody: struct({ customer, to: BusinessId }, { reason: Term }),
  TransferCustody: struct({ customer, to: BusinessId, reason: Term }),
  ReleaseToPool: struct({ customer, reason: Term }),
  ClaimFromPool: struct({ customer, by: BusinessId }),
  StartTemporaryCustody: struct({ customer, manager: BusinessId }, { until: Instant }),
  /** Back to who had custody before, or to `to`; to the pool where there is neither. */
  EndTemporaryCustody: struct({ customer }, { to: BusinessId }),
};

export type CustomerCommand = CommandOf<typeof specs>;
export const customerCommands = commandSet(specs);

/** The command of one type. */
export type CommandTo<Type extends CustomerCommand['type']> = Extract<CustomerCommand, { type: Type }>;

/** Every way a command can be turned down, each with what a caller needs to explain it. */
export type CustomerRefusal =
  | { readonly type: 'NoPlaybook' }
  | { readonly type: 'EffectiveInFuture'; readonly effectiveAt: Instant; readonly now: Instant }
  | { readonly type: 'EffectiveBeforeLast'; readonly dimension: Dimension; readonly last: Instant }
  | {
      readonly type: 'UndefinedTerm';
      readonly list: ListName | 'stages' | 'classes' | 'buyerSteps';
      readonly id: string;
    }
  | { readonly type: 'CustomerUnknown'; readonly customer: string }
  | { readonly type: 'CustomerNotEntered'; readonly status: 'pending' | 'accepted' | 'rejected' }
  | { readonly type: 'CustomerAlreadyCollected' }
  | { readonly type: 'CustomerAlreadyEntered' }
  | { readonly type: 'ContactDatumMissing' }
  | { readonly type: 'ProspectNotPending'; readonly status: 'accepted' | 'rejected' }
  | { readonly type: 'ProspectNotRejected'; readonly status: 'pending' | 'accepted' }
  | { readonly type: 'ProspectNotAccepted'; readonly status: 'pending' | 'rejected' }
  | { readonly type: 'SelfScreeningForbidden'; readonly collectedBy: string }
  | { readonly type: 'JourneyAlreadyOpen'; readonly journey: number; readonly stage: string }
  | { readonly type: 'NoOpenJourney' }
  | { readonly type: 'StageNotAhead'; readonly from: string; readonly to: string }
  | { readonly type: 'StageNotBehind'; readonly from: string; readonly to: string }
  | { readonly type: 'StageNeedsDecidedPurchase'; readonly stage: string }
  | { readonly type: 'EvidenceMissing'; readonly stage: string }
  | { readonly type: 'PurchaseNotDecided'; readonly stage: string }
  | { readonly type: 'NoSuchMove'; readonly target: number }
  | { readonly type: 'NotAChangeOfStage'; readonly target: number }
  | { readonly type: 'CorrectionBreaksHistory'; readonly target: number; readonly broken: number }
  | { readonly type: 'WonAmountOutOfRange'; readonly cause: string }
  | { readonly type: 'DuplicateOfItself' }
  | { readonly type: 'DuplicateTargetNotEntered'; readonly customer: string }
  | { readonly type: 'DuplicateTargetIsDuplicate'; readonly customer: string; readonly of: string }
  | { readonly type: 'AlreadyDuplicateOf'; readonly of: string }
  | { readonly type: 'NotInPool'; readonly holder: string }
  | { readonly type: 'InPool' }
  | { readonly type: 'UnderTemporaryCustody'; readonly manager: string }
  | { readonly type: 'NotUnderTemporaryCustody' };

/** What may not go back in effective time, each on its own. @source design.md decision 11 */
export type Dimension = 'record' | 'journey' | 'custody' | 'class';
