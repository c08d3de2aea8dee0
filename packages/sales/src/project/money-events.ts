/** Events of a project's money and prospects. Storage format: append-only. @source PRJ-34, PRJ-35, Q14, GAT-9, GAT-10 */
import { BusinessId, LocalDate, Money, SafeInteger, struct } from '@millrace/kernel';
import * as t from 'io-ts';
import { Term, Words } from '../terms.js';

export const moneySpecs = {
  PhaseBudgetSet: { data: struct({ phase: Term, amount: Money }) },
  /** `late`: of a phase entered earlier; `overBudget`: with it the phase has cost more than its budget. */
  CostIncurred: {
    data: struct(
      { phase: Term, amount: Money, late: t.boolean, overBudget: t.boolean, by: BusinessId },
      { approver: BusinessId, reference: Words },
    ),
  },
  /** That the project is won. @units basis points, 0 to 10,000 */
  ProbabilityAssessed: { data: struct({ phase: Term, bp: SafeInteger, by: BusinessId }) },
  AmountEstimated: { data: struct({ amount: Money }) },
  /** `from`: the date that stood before; later than that is a push. */
  ExpectedCloseSet: { data: struct({ on: LocalDate }, { from: LocalDate }) },
};
