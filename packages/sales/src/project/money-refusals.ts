/** Every way a command about a project's money and prospects can be turned down. */
import type { MoneyError } from '@millrace/kernel';

export type MoneyRefusal =
  | { readonly type: 'AmountNotPositive'; readonly minor: number }
  | { readonly type: 'AmountOutOfRange'; readonly cause: MoneyError }
  /** Entered, but not where the project stands: such a cost is booked as late. @source GAT-9 */
  | { readonly type: 'CostNotCurrent'; readonly phase: string; readonly current: ReadonlyArray<string> }
  /** @units minor units of one currency; `cost`: before this one */
  | {
      readonly type: 'OverBudget';
      readonly phase: string;
      readonly budget: number;
      readonly cost: number;
      readonly minor: number;
    }
  | { readonly type: 'PhaseNotCurrent'; readonly phase: string; readonly current: ReadonlyArray<string> }
  /** @source GAT-10 @units basis points */
  | { readonly type: 'ProbabilityOutOfRange'; readonly bp: number; readonly most: number };
