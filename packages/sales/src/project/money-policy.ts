/** The rules of a project's money, named. */
import { type Money, sum } from '@millrace/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { ok, refuse } from '../checks.js';
import type { ProjectRules } from '../process/index.js';
import type { CommandTo } from './commands.js';
import type { Check } from './refusals.js';
import type { OpenedProject, PhaseMoney } from './state.js';

/** Budget and cost of a phase, as they stand. */
export const moneyOf = ({ money }: OpenedProject, phase: string): Omit<PhaseMoney, 'phase'> =>
  money.find((one) => one.phase === phase) ?? {};

/** Phases of the stage a project stands in. */
export const currentPhases = ({ process, stage }: OpenedProject): ReadonlyArray<string> =>
  process.stages[stage]?.phases ?? [];

/** GAT-9: costs are those of phases that were entered, now or before. */
export const wasEntered = ({ entered }: OpenedProject, phase: string): Check =>
  entered.some((one) => one.phase === phase) ? ok : refuse({ type: 'PhaseNotEntered', phase });

/** GAT-9: a cost of another phase than the current is booked as late, in so many words. */
export const currentOrLate = (project: OpenedProject, phase: string, late: boolean): Check => {
  const current = currentPhases(project);
  return late || current.includes(phase) ? ok : refuse({ type: 'CostNotCurrent', phase, current });
};

/** PRJ-35: assessed is where the project stands. */
export const isCurrent = (project: OpenedProject, phase: string): Check => {
  const current = currentPhases(project);
  return current.includes(phase) ? ok : refuse({ type: 'PhaseNotCurrent', phase, current });
};

/** A cost is more than nothing. */
export const isPositive = ({ minor }: Money): Check => (minor > 0 ? ok : refuse({ type: 'AmountNotPositive', minor }));

/** GAT-9, MON-10: the costs of all phases add up, exactly, in the currency of the budget. */
export const addsUp = (project: OpenedProject, { phase, amount }: CommandTo<'BookCost'>): Check => {
  const { budget } = moneyOf(project, phase);
  const costs = project.money.flatMap(({ cost }) => (cost === undefined ? [] : [cost]));
  const total = sum(amount.currency, [...costs, amount]);
  const comparable = budget === undefined ? total : sum(amount.currency, [budget]);
  const failed = E.isLeft(total) ? total : comparable;
  return E.isLeft(failed) ? refuse({ type: 'AmountOutOfRange', cause: failed.left }) : ok;
};

/** PRJ-34: whether a phase costs more than its budget with this. */
export const isOver = (project: OpenedProject, { phase, amount }: CommandTo<'BookCost'>): boolean => {
  const { budget, cost } = moneyOf(project, phase);
  return budget !== undefined && (cost?.minor ?? 0) + amount.minor > budget.minor;
};

/** PRJ-34: where the playbook says so, nothing goes over the budget without an approver who does not ask for it. */
export const approved = (
  project: OpenedProject,
  command: CommandTo<'BookCost'>,
  { overBudget = 'recorded' }: ProjectRules,
): Check => {
  const { phase, amount, by, approver } = command;
  const isApproved = approver !== undefined && approver !== by;
  if (overBudget === 'recorded' || isApproved || !isOver(project, command)) return ok;
  const { budget, cost } = moneyOf(project, phase);
  return refuse({
    type: 'OverBudget',
    phase,
    budget: budget?.minor ?? 0,
    cost: cost?.minor ?? 0,
    minor: amount.minor,
  });
};

/** GAT-10: basis points of a whole. */
export const isProbability = (bp: number): Check =>
  bp >= 0 && bp <= 10_000 ? ok : refuse({ type: 'ProbabilityOutOfRange', bp, most: 10_000 });
