import type { LifeRefusal } from '@millrace/sales';
import { tailoring } from './tailoring.js';

/** Refusals about the life of a project. */
export const life: { readonly [Type in Exclude<LifeRefusal['type'], 'CustomerUnknown'>]: string } = {
  ProjectsNotRun: 'version {playbook} of the playbook speaks of no projects',
  OpportunityAlreadyDiscovered: 'project {project} was discovered before, through {channel}',
  ProjectAlreadyOpened: 'project {project} was opened before, on {openedAt}',
  PhaseOutOfOrder: 'phase {phase} does not come next; next: {expected}',
  OnHold: 'review {review} put the project on hold',
  GateNotPassed: 'gate {gate} has not been passed',
  ChecklistIncomplete: 'not confirmed on the checklist: {items}',
  ContractNotSigned: 'no contract has been signed',
  SigningTooEarly: 'the project is in phase {phase}; contracts are signed in {signedIn}',
  ContractAlreadySigned: 'another contract was signed on {signedAt}',
  ContractEnded: 'the contract was ended on {terminatedAt}',
  ReasonMissing: 'who closes a project as {outcome} gives a reason',
  DuplicateMissing: 'whose duplicate the project is must be said',
  NotADuplicate: 'a project that is {outcome} is no duplicate',
  OwnDuplicate: 'project {project} is not its own duplicate',
  OwnerStays: '{owner} has the project, and hands it over before leaving it',
  OwnExtension: 'project {project} is not its own extension',
  MigrationLoses: 'the other template would lose what was done: {what} {id}',
  ...tailoring,
};
