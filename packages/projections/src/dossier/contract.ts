/** What a project brings and costs: the contract, when it was expected, and the money of its phases. @source PRJ-33..35, PRJ-38 */
import type { Instant, LocalDate, Money } from '@millrace/kernel';
import type { OpenedProject } from '@millrace/sales';
import { isOf, type ProjectEntry } from '../projects/index.js';

/** The contract as it was signed; the amount in force is the project's. */
export interface ContractLine {
  readonly at: Instant;
  readonly contract: string | null;
  readonly amount: Money | null;
  readonly revision: number;
}

/** The expected close was set: later than `from` it is a push. */
export interface CloseLine {
  readonly at: Instant;
  readonly on: LocalDate;
  readonly from: LocalDate | null;
  readonly revision: number;
}

/** A phase's money. */
export interface PhaseCost {
  readonly phase: string;
  readonly budget: Money | null;
  readonly cost: Money | null;
  /** How much of the cost was booked late; null for none. */
  readonly late: Money | null;
  /** Who approved what went over the budget. */
  readonly approvers: ReadonlyArray<string>;
}

/** An activity that was left out once the contract was signed. @source GAT-6 */
export interface WaiverLine {
  readonly at: Instant;
  readonly activity: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly approver: string;
  /** Nobody but the requester was on the project. */
  readonly sole: boolean;
  readonly revision: number;
}

type Entries = ReadonlyArray<ProjectEntry>;

export const contractIn = (entries: Entries): ContractLine | null => {
  const signed = entries.find(isOf('ContractSigned'));
  if (signed === undefined) return null;
  const { contract = null, amount = null } = signed.event.data;
  return { at: signed.at, contract, amount, revision: signed.by };
};

export const closesIn = (entries: Entries): ReadonlyArray<CloseLine> =>
  entries
    .filter(isOf('ExpectedCloseSet'))
    .map(({ at, by: revision, event: { data } }) => ({ at, on: data.on, from: data.from ?? null, revision }));

export const waiversIn = (entries: Entries): ReadonlyArray<WaiverLine> =>
  entries.filter(isOf('ActivityWaived')).map(({ at, by: revision, event: { data } }) => ({ at, ...data, revision }));

/** The phases that have a budget or a cost, in the order of the process. */
export const costsIn = (entries: Entries, { process, money }: OpenedProject): ReadonlyArray<PhaseCost> => {
  const incurred = entries.filter(isOf('CostIncurred')).map(({ event }) => event.data);
  const phases = process.stages.flatMap((stage) => stage.phases);
  return money
    .toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase))
    .map(({ phase, budget = null, cost = null }) => {
      const here = incurred.filter((one) => one.phase === phase);
      const late = here.filter((one) => one.late).reduce((sum, { amount }) => sum + amount.minor, 0);
      return {
        phase,
        budget,
        cost,
        late: cost === null || late === 0 ? null : { minor: late as Money['minor'], currency: cost.currency },
        approvers: [
          ...new Set(
            here.flatMap(({ overBudget, approver }) => (overBudget && approver !== undefined ? [approver] : [])),
          ),
        ],
      };
    });
};
