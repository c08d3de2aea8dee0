import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ProjectCommand } from './commands.js';
import type { Ruled } from './context.js';
import { decideGates, isGateCommand } from './decide-gates.js';
import { decideLife } from './decide-life.js';
import { decideMoney, isMoneyCommand } from './decide-money.js';
import { decideWork, isWorkCommand } from './decide-work.js';
import { whenOpened } from './policy.js';
import type { Decision } from './refusals.js';
import type { OpenedProject, Project } from './state.js';

/** Answer a command, by the part of the project it is about. Asking twice is safe: what is already so yields no events. */
export const decide = (command: ProjectCommand, project: Project, context: Ruled): Decision => {
  const ask = (decision: (opened: OpenedProject) => Decision): Decision =>
    pipe(whenOpened(project, command.project), E.flatMap(decision));
  if (isGateCommand(command)) return ask((opened) => decideGates(command, opened, context));
  if (isWorkCommand(command)) return ask((opened) => decideWork(command, opened, context));
  if (isMoneyCommand(command)) return ask((opened) => decideMoney(command, opened, context));
  return decideLife(command, project, context);
};
