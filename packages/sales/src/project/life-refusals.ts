/** Why a command about the life of a project is turned down. */
import type { Instant } from '@millrace/kernel';
import type { TailoringFault } from '../process/index.js';

/** Of how a project comes to us, and is opened. */
type BeginningRefusal =
  /** The playbook in force says nothing of projects. */
  | { readonly type: 'ProjectsNotRun'; readonly playbook: string }
  /** Exactly one first channel. @source Q38, GAT-13 */
  | { readonly type: 'OpportunityAlreadyDiscovered'; readonly project: string; readonly channel: string }
  | { readonly type: 'ProjectAlreadyOpened'; readonly project: string; readonly openedAt: Instant }
  | { readonly type: 'CustomerUnknown'; readonly customer: string };

/** Of a step forward. @source GAT-1 */
type AdvanceRefusal =
  /** `expected`: the phases of the next stage; none after the last. */
  | { readonly type: 'PhaseOutOfOrder'; readonly phase: string; readonly expected: ReadonlyArray<string> }
  | { readonly type: 'OnHold'; readonly review: string }
  | { readonly type: 'GateNotPassed'; readonly gate: string }
  | { readonly type: 'ChecklistIncomplete'; readonly items: ReadonlyArray<string> };

/** Of the contract, and of what a contract is needed for. @source PRJ-33 */
type ContractRefusal =
  | { readonly type: 'ContractNotSigned' }
  /** It stands before the phase in which contracts are signed. */
  | { readonly type: 'SigningTooEarly'; readonly phase: string; readonly signedIn: string }
  | { readonly type: 'ContractAlreadySigned'; readonly signedAt: Instant }
  | { readonly type: 'ContractEnded'; readonly terminatedAt: Instant };

/** Of an end. */
type ClosingRefusal =
  | { readonly type: 'ReasonMissing'; readonly outcome: string }
  | { readonly type: 'DuplicateMissing' }
  /** Only a duplicate is one of another project. */
  | { readonly type: 'NotADuplicate'; readonly outcome: string }
  | { readonly type: 'OwnDuplicate'; readonly project: string };

/** Of the team, and of what grows out of a project. */
type CompanyRefusal =
  /** Who has the project hands it over before he leaves it. */
  { readonly type: 'OwnerStays'; readonly owner: string } | { readonly type: 'OwnExtension'; readonly project: string };

/** Something done, recorded or passed that another template lacks, or has in a place where it would be void. */
export interface LostPart {
  readonly what:
    | 'phase'
    | 'signing'
    | 'gate'
    | 'review'
    | 'activity'
    | 'step'
    | 'analysis'
    | 'checklistItem'
    | 'document'
    | 'layer'
    | 'flow';
  readonly id: string;
}

export type LifeRefusal =
  | BeginningRefusal
  | AdvanceRefusal
  | ContractRefusal
  | ClosingRefusal
  | CompanyRefusal
  | TailoringFault
  | ({ readonly type: 'MigrationLoses' } & LostPart);
