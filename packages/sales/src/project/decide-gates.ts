import { refuse } from '../checks.js';
import type { CommandTo, ProjectCommand } from './commands.js';
import type { Ruled } from './context.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';

export type GateCommand = CommandTo<'RequestGateReview' | 'DecideGate' | 'FulfilCondition'>;

const types: ReadonlySet<string> = new Set<GateCommand['type']>(['RequestGateReview', 'DecideGate', 'FulfilCondition']);

export const isGateCommand = (command: ProjectCommand): command is GateCommand => types.has(command.type);

/** Answers a command about a gate of a project. */
export const decideGates = ({ project: id }: GateCommand, _: OpenedProject, __: Ruled): Decision =>
  refuse({ type: 'ProjectUnknown', project: id });
