/** Whom and what a command names besides its project. */
import type { ProjectCommand } from './commands.js';

/** Persons of our side, each once. */
export const peopleIn = (command: ProjectCommand): ReadonlyArray<string> => [...new Set(personsOf(command))];

const personsOf = (command: ProjectCommand): ReadonlyArray<string> => {
  switch (command.type) {
    case 'DiscoverOpportunity':
    case 'OpenExtension':
      return [command.discoveredBy];
    case 'OpenProject':
      return [command.owner];
    case 'TransferProject':
      return [command.to];
    case 'JoinProjectTeam':
    case 'LeaveProjectTeam':
      return [command.person];
    case 'RequestGateReview':
      return [command.requestedBy, ...(command.plannedTeam ?? [])];
    case 'DecideGate':
      return [command.chair, ...command.reviewers.map(({ person }) => person)];
    case 'FulfilCondition':
      return [command.confirmedBy];
    case 'EstablishProject':
      return command.team;
    case 'WaiveActivity':
      return [command.requestedBy, command.approver];
    case 'BaselinePlan':
      return command.activities.flatMap(({ responsible, accountable }) => [
        responsible,
        ...(accountable === undefined ? [] : [accountable]),
      ]);
    case 'BookCost':
      return [command.by, ...(command.approver === undefined ? [] : [command.approver])];
    case 'DoStep':
    case 'FinishActivity':
    case 'RecordAnalysis':
    case 'UseTactic':
    case 'AssessRelationshipLevel':
    case 'AssessQualification':
    case 'AssessProbability':
      return [command.by];
    default:
      return [];
  }
};

/** Customers. */
export const customersIn = (command: ProjectCommand): ReadonlyArray<string> => {
  if (command.type === 'DiscoverOpportunity') return command.customer === undefined ? [] : [command.customer];
  if (command.type !== 'OpenProject' || command.referenceCustomer === undefined) return [];
  return [command.referenceCustomer];
};

/** Other projects. */
export const projectsIn = (command: ProjectCommand): ReadonlyArray<string> =>
  otherOf(command).filter((project) => project !== command.project);

const otherOf = (command: ProjectCommand): ReadonlyArray<string> => {
  if (command.type === 'OpenExtension') return [command.child];
  return command.type === 'CloseProject' && command.duplicateOf !== undefined ? [command.duplicateOf] : [];
};
