import type { CommandTo, ProjectCommand } from './commands.js';
import type { Ruled } from './context.js';
import { fulfilCondition } from './decide-condition.js';
import { requestReview } from './decide-request.js';
import { decideReview } from './decide-review.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';

export type GateCommand = CommandTo<'RequestGateReview' | 'DecideGate' | 'FulfilCondition'>;

const types: ReadonlySet<string> = new Set<GateCommand['type']>(['RequestGateReview', 'DecideGate', 'FulfilCondition']);

export const isGateCommand = (command: ProjectCommand): command is GateCommand => types.has(command.type);

/** Answers a command about a gate of a project. */
export const decideGates = (command: GateCommand, project: OpenedProject, context: Ruled): Decision => {
  switch (command.type) {
    case 'RequestGateReview':
      return requestReview(command, project, context);
    case 'DecideGate':
      return decideReview(command, project, context);
    case 'FulfilCondition':
      return fulfilCondition(command, project, context);
  }
};
