import type { MoneyRefusal } from '@millrace/sales';

type Type = Exclude<MoneyRefusal['type'], 'AmountNotPositive' | 'AmountOutOfRange'>;

/** Refusals about the money of a project. */
export const money: { readonly [T in Type]: string } = {
  CostNotCurrent: 'the project stands in {current}: a cost of {phase} is booked as late',
  OverBudget:
    'phase {phase} has a budget of {budget} and has cost {cost}: {minor} more needs an approver who does not ask for it',
  PhaseNotCurrent: 'the project stands in {current}, not in {phase}',
  ProbabilityOutOfRange: 'a probability is from 0 to {most} basis points, not {bp}',
};
