import type { CustomerCommand, CustomerRefusal, GovernanceRefusal } from '@millrace/sales';

type OutcomeOf = 'recorded' | 'nothing' | (CustomerRefusal | GovernanceRefusal)['type'];
type Outcomes = { readonly [Type in CustomerCommand['type']]: ReadonlyArray<OutcomeOf> };

const always: ReadonlyArray<OutcomeOf> = ['recorded', 'NoPlaybook', 'EffectiveInFuture'];
const ofKnown: ReadonlyArray<OutcomeOf> = [...always, 'CustomerUnknown'];
const ofRecord: ReadonlyArray<OutcomeOf> = [...ofKnown, 'CustomerAlreadyEntered', 'EffectiveBeforeLast'];
const ofEntered: ReadonlyArray<OutcomeOf> = [...ofKnown, 'CustomerNotEntered'];
const ofMove: ReadonlyArray<OutcomeOf> = [...ofEntered, 'EffectiveBeforeLast'];

/**
 * Every answer that a command can get, and no other.
 *
 * `NoOpenJourney` of `OpenJourney` and the like are no answers; so are `EvidenceMissing` for a purchase
 * and `JourneyAlreadyOpen` for one, under the dealership's rules.
 */
export const outcomes: Outcomes = {
  CollectProspect: [...always, 'nothing', 'CustomerAlreadyCollected', 'ContactDatumMissing', 'UndefinedTerm'],
  ResubmitProspect: [...ofRecord, 'ProspectNotRejected'],
  AcceptProspect: [...ofRecord, 'nothing', 'ProspectNotPending', 'SelfScreeningForbidden'],
  RejectProspect: [...ofRecord, 'nothing', 'ProspectNotPending', 'SelfScreeningForbidden', 'UndefinedTerm'],
  EnterCustomer: [...ofRecord, 'ProspectNotAccepted'],
  UpdateDataSheet: [...ofKnown, 'nothing', 'ContactDatumMissing', 'UndefinedTerm'],
  LogContact: [...ofKnown, 'UndefinedTerm'],

  OpenJourney: [...ofMove, 'JourneyAlreadyOpen'],
  AdvanceStage: [
    ...ofMove,
    'nothing',
    'NoOpenJourney',
    'UndefinedTerm',
    'StageNotAhead',
    'StageNeedsDecidedPurchase',
    'EvidenceMissing',
  ],
  RevertStage: [...ofMove, 'nothing', 'NoOpenJourney', 'UndefinedTerm', 'StageNotBehind'],
  DecidePurchase: [...ofMove, 'nothing'],
  CompletePurchase: [...ofMove, 'nothing', 'NoOpenJourney', 'PurchaseNotDecided', 'AmountBelowZero'],
  CloseJourney: [...ofMove, 'nothing', 'NoOpenJourney', 'UndefinedTerm'],
  CorrectJourneyMove: [
    ...ofEntered,
    'nothing',
    'UndefinedTerm',
    'NoSuchMove',
    'NotAChangeOfStage',
    'StageNeedsDecidedPurchase',
    'EvidenceMissing',
    'CorrectionBreaksHistory',
  ],
  ObserveBuyerStep: [...ofEntered, 'nothing', 'NoOpenJourney', 'UndefinedTerm'],

  ProposeClass: [...ofEntered, 'UndefinedTerm'],
  ClassifyCustomer: [...ofMove, 'nothing', 'UndefinedTerm', 'WonAmountOutOfRange'],
  LinkDuplicate: [
    ...ofMove,
    'nothing',
    'DuplicateOfItself',
    'DuplicateTargetNotEntered',
    'DuplicateTargetIsDuplicate',
    'AlreadyDuplicateOf',
  ],
  UnlinkDuplicate: [...ofMove, 'nothing'],

  AssignCustody: [...ofMove, 'nothing', 'UndefinedTerm', 'NotInPool', 'UnderTemporaryCustody'],
  TransferCustody: [...ofMove, 'nothing', 'UndefinedTerm', 'InPool', 'UnderTemporaryCustody'],
  ReleaseToPool: [...ofMove, 'nothing', 'UndefinedTerm', 'UnderTemporaryCustody'],
  ClaimFromPool: [...ofMove, 'nothing', 'NotInPool', 'UnderTemporaryCustody'],
  StartTemporaryCustody: [...ofMove, 'nothing', 'UnderTemporaryCustody', 'TemporaryCustodyWithoutLength'],
  EndTemporaryCustody: [...ofMove, 'NotUnderTemporaryCustody'],
};
