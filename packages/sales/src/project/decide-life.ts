import * as E from 'fp-ts/lib/Either.js';
import { absurd, pipe } from 'fp-ts/lib/function.js';
import type { CommandTo, ProjectCommand } from './commands.js';
import type { Ruled } from './context.js';
import { close, reopen } from './decide-closing.js';
import { amend, sign, terminate } from './decide-contract.js';
import { discover, open, touch } from './decide-discovery.js';
import { extend } from './decide-extension.js';
import type { GateCommand } from './decide-gates.js';
import type { MoneyCommand } from './decide-money.js';
import { advance, confirm } from './decide-phases.js';
import { migrate, tailor } from './decide-tailoring.js';
import { join, leave, transfer } from './decide-team.js';
import type { WorkCommand } from './decide-work.js';
import { whenOpened } from './policy.js';
import type { Decision } from './refusals.js';
import type { OpenedProject, Project } from './state.js';

export type LifeCommand = CommandTo<
  Exclude<ProjectCommand['type'], (GateCommand | WorkCommand | MoneyCommand)['type']>
>;

/** Answers a command about the life of a project. */
export const decideLife = (command: LifeCommand, project: Project, context: Ruled): Decision => {
  const ask = (decision: (opened: OpenedProject) => Decision): Decision =>
    pipe(whenOpened(project, command.project), E.flatMap(decision));
  switch (command.type) {
    case 'DiscoverOpportunity':
      return discover(command, project, context);
    case 'TouchChannel':
      return touch(command, project, context);
    case 'OpenProject':
      return open(command, project, context);
    case 'AdvancePhase':
      return ask((opened) => advance(command, opened, context));
    case 'ConfirmChecklistItem':
      return ask((opened) => confirm(command, opened, context));
    case 'SignContract':
      return ask((opened) => sign(command, opened, context));
    case 'AmendContract':
      return ask((opened) => amend(command, opened, context));
    case 'TerminateContract':
      return ask((opened) => terminate(command, opened, context));
    case 'CloseProject':
      return close(command, project, context);
    case 'ReopenProject':
      return ask((opened) => reopen(command, opened, context));
    case 'OpenExtension':
      return ask((opened) => extend(command, opened, context));
    case 'TransferProject':
      return ask((opened) => transfer(command, opened, context));
    case 'JoinProjectTeam':
      return ask((opened) => join(command, opened, context));
    case 'LeaveProjectTeam':
      return ask((opened) => leave(command, opened, context));
    case 'TailorProcess':
      return ask((opened) => tailor(command, opened, context));
    case 'MigrateProcess':
      return ask((opened) => migrate(command, opened, context));
    default:
      return absurd(command);
  }
};
