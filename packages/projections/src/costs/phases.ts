import type { Money } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import { byText } from '../count.js';
import { isOf, type ProjectEntry } from '../projects/index.js';

/** What a phase may cost, and what it has cost. @units minor units */
export interface PhaseSums {
  readonly phase: Term;
  /** Nothing where none is set. */
  readonly budget: bigint | undefined;
  readonly cost: bigint;
}

/** Budgets and costs as the events of a project tell them. */
export interface CostSheet {
  /** Every amount in it. */
  readonly amounts: ReadonlyArray<Money>;
  /** Those with a budget or a cost: in the order of the process, then those it does not have. */
  readonly phases: ReadonlyArray<PhaseSums>;
  /** The phases of the process, in order. */
  readonly order: ReadonlyArray<Term>;
}

/** The cost sheet of a project, from what had happened to it. A budget that is effective later replaces one before. */
export const sheetOf = (entries: ReadonlyArray<ProjectEntry>): CostSheet => {
  const costs = entries.filter(isOf('CostIncurred')).map(({ event }) => event.data);
  const budgets = new Map<Term, { readonly at: string; readonly amount: Money }>();
  for (const { at, event } of entries.filter(isOf('PhaseBudgetSet'))) {
    const { phase, amount } = event.data;
    const known = budgets.get(phase);
    if (known === undefined || known.at <= at) budgets.set(phase, { at, amount });
  }
  const process = entries.findLast(isOf('ProjectOpened', 'ProcessTailored', 'ProcessMigrated'))?.event.data.process;
  const order = process?.stages.flatMap(({ phases }) => phases) ?? [];
  const named = new Set([...budgets.keys(), ...costs.map(({ phase }) => phase)]);
  const others = [...named].filter((phase) => !order.includes(phase)).sort(byText);
  return {
    amounts: [...costs, ...budgets.values()].map(({ amount }) => amount),
    phases: [...order.filter((phase) => named.has(phase)), ...others].map((phase) => {
      const budget = budgets.get(phase)?.amount.minor;
      return {
        phase,
        budget: budget === undefined ? undefined : BigInt(budget),
        cost: costs.reduce(
          (all, { amount, phase: booked }) => (booked === phase ? all + BigInt(amount.minor) : all),
          0n,
        ),
      };
    }),
    order,
  };
};
