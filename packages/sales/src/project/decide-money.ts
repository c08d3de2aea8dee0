import { refuse } from '../checks.js';
import type { CommandTo, ProjectCommand } from './commands.js';
import type { Ruled } from './context.js';
import type { Decision } from './refusals.js';
import type { OpenedProject } from './state.js';

export type MoneyCommand = CommandTo<
  'SetPhaseBudget' | 'BookCost' | 'AssessProbability' | 'EstimateAmount' | 'ExpectClose'
>;

const types: ReadonlySet<string> = new Set<MoneyCommand['type']>([
  'SetPhaseBudget',
  'BookCost',
  'AssessProbability',
  'EstimateAmount',
  'ExpectClose',
]);

export const isMoneyCommand = (command: ProjectCommand): command is MoneyCommand => types.has(command.type);

/** Answers a command about a project's money. */
export const decideMoney = ({ project: id }: MoneyCommand, _: OpenedProject, __: Ruled): Decision =>
  refuse({ type: 'ProjectUnknown', project: id });
