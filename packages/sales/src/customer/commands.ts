/**
 * What can be asked of a customer.
 *
 * Collector, screener and custodian are business data; who acts, and as of when, is in the command's
 * envelope.
 */
import { BusinessId, type CommandOf, commandSet, Instant, Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Term } from '../playbook/index.js';
import { ClearableField, DataSheet, SheetFields } from './sheet.js';
import { Closing, ContactNote, Evidence } from './terms.js';

const customer = BusinessId;

const specs = {
  CollectProspect: struct({ customer, collectedBy: BusinessId, sheet: DataSheet }),
  ResubmitProspect: struct({ customer, resubmittedBy: BusinessId }),
  AcceptProspect: struct({ customer, screenedBy: BusinessId }),
  RejectProspect: struct({ customer, screenedBy: BusinessId, reason: Term }),
  /** Into the custody of `custodian`, or into the pool where nobody is named. */
  EnterCustomer: struct({ customer }, { custodian: BusinessId }),
  /** A field that is both changed and cleared is cleared. */
  UpdateDataSheet: struct({ customer, changes: SheetFields }, { cleared: t.readonlyArray(ClearableField) }),
  LogContact: struct({ customer, by: BusinessId, contactType: Term }, { message: ContactNote }),

  OpenJourney: struct({ customer }),
  AdvanceStage: struct({ customer, to: Term }, { evidence: Evidence }),
  RevertStage: struct({ customer, to: Term, reason: Term }),
  DecidePurchase: struct({ customer }, { evidence: Evidence }),
  CompletePurchase: struct({ customer }, { amount: Money }),
  CloseJourney: struct({ customer, outcome: Closing, reason: Term }),
  /**
   * Replaces the move recorded at revision `target`, or declares it void where there is no replacement.
   *
   * The times are those of the moves: `replacement.effectiveAt`, else that of the move. The time in the
   * envelope only may not lie in the future; when the correction was made is its `recordedAt`.
   */
  CorrectJourneyMove: struct(
    { customer, target: SafeInteger, reason: Term },
    { replacement: struct({}, { effectiveAt: Instant, to: Term, evidence: Evidence }) },
  ),
  ObserveBuyerStep: struct({ customer, step: Term }),

  ProposeClass: struct({ customer, class: Term, proposedBy: BusinessId }),
  /** By the written standard; where no relationship is given, the won amount alone speaks. */
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
