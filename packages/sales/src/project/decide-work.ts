import { refuse } from '../checks.js';
import type { CommandTo, ProjectCommand } from './commands.js';
import type { Ruled } from './context.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';
import { workCommands } from './work-commands.js';

export type WorkCommand = CommandTo<keyof typeof workCommands>;

export const isWorkCommand = (command: ProjectCommand): command is WorkCommand =>
  Object.hasOwn(workCommands, command.type);

/** Answers a command about the work on a project. */
export const decideWork = ({ project: id }: WorkCommand, _: OpenedProject, __: Ruled): Decision =>
  refuse({ type: 'ProjectUnknown', project: id });
