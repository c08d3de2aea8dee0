import { refuse } from '../checks.js';
import type { CommandTo, ProjectCommand } from './commands.js';
import type { Ruled } from './context.js';
import type { GateCommand } from './decide-gates.js';
import type { MoneyCommand } from './decide-money.js';
import type { WorkCommand } from './decide-work.js';
import type { Decision } from './refusals.js';
import type { Project } from './state.js';

export type LifeCommand = CommandTo<
  Exclude<ProjectCommand['type'], (GateCommand | WorkCommand | MoneyCommand)['type']>
>;

/** Answers a command about the life of a project. */
export const decideLife = ({ project: id }: LifeCommand, _: Project, __: Ruled): Decision =>
  refuse({ type: 'ProjectUnknown', project: id });
