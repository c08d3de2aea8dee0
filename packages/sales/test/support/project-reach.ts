import type { GovernanceRefusal, ProjectRefusal } from '@millrace/sales';
import type { ProjectLifeType } from '@millrace/testing';

type OutcomeOf = 'recorded' | 'nothing' | (ProjectRefusal | GovernanceRefusal)['type'];

const always: ReadonlyArray<OutcomeOf> = [
  'recorded',
  'nothing',
  'NoPlaybook',
  'EffectiveInFuture',
  'NotPermitted',
  'RoleNotHeld',
];
const ofKnown: ReadonlyArray<OutcomeOf> = [...always, 'ProjectUnknown', 'EffectiveBeforeLast', 'ProjectEnded'];
const ofOpened: ReadonlyArray<OutcomeOf> = [...ofKnown, 'ProjectNotOpened'];
const money: ReadonlyArray<OutcomeOf> = ['AmountBelowZero', 'CurrencyNotReporting'];

/** Every answer that a command about the life of a project can get, and no other. */
export const lifeOutcomes: { readonly [Type in ProjectLifeType]: ReadonlyArray<OutcomeOf> } = {
  DiscoverOpportunity: [
    ...always,
    'OpportunityAlreadyDiscovered',
    'ProjectsNotRun',
    'UndefinedTerm',
    'PersonUnknown',
    'NotForAnother',
    'CustomerUnknown',
  ],
  TouchChannel: [...ofKnown, 'ProjectsNotRun', 'UndefinedTerm'],
  OpenProject: [
    ...ofKnown,
    ...money,
    'ProjectAlreadyOpened',
    'ProjectsNotRun',
    'TemplateUnknown',
    'PersonUnknown',
    'UndefinedTerm',
    'CustomerUnknown',
  ],
  TransferProject: [...ofOpened, 'PersonUnknown'],
  JoinProjectTeam: [...ofOpened, 'PersonUnknown'],
  LeaveProjectTeam: [...ofOpened, 'OwnerStays'],
  TailorProcess: [
    ...ofOpened,
    'UndefinedTerm',
    'TailoringAdds',
    'TailoringDrops',
    'MergedAcrossSigning',
    'StagesTouchEntered',
    'FormNotAllowed',
  ],
  MigrateProcess: [...ofOpened, 'ProjectsNotRun', 'TemplateUnknown', 'MigrationLoses'],
  ConfirmChecklistItem: [...ofOpened, 'UndefinedTerm'],
  AdvancePhase: [
    ...ofOpened,
    'ContractEnded',
    'PhaseUnknown',
    'PhaseOutOfOrder',
    'ContractNotSigned',
    'GateNotPassed',
    'ChecklistIncomplete',
  ],
  SignContract: [...ofOpened, ...money, 'ContractAlreadySigned', 'SigningTooEarly', 'GateNotPassed'],
  AmendContract: [...ofOpened, ...money, 'ContractNotSigned', 'ContractEnded'],
  TerminateContract: [...ofOpened, 'ContractNotSigned'],
  CloseProject: [
    ...ofOpened,
    'ContractNotSigned',
    'ReasonMissing',
    'UndefinedTerm',
    'DuplicateMissing',
    'NotADuplicate',
    'OwnDuplicate',
    'ProjectsNotRun',
  ],
  ReopenProject: [...ofOpened, 'UndefinedTerm'],
  OpenExtension: [
    ...always,
    'ProjectUnknown',
    'ProjectNotOpened',
    'EffectiveBeforeLast',
    'ContractNotSigned',
    'OwnExtension',
    'OpportunityAlreadyDiscovered',
    'ProjectsNotRun',
    'UndefinedTerm',
    'PersonUnknown',
    'NotForAnother',
  ],
};
