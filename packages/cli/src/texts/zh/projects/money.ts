import type { MoneyRefusal } from '@millrace/sales';

type Type = Exclude<MoneyRefusal['type'], 'AmountNotPositive' | 'AmountOutOfRange'>;

/** Refusals about the money of a project. */
export const money: { readonly [T in Type]: string } = {
  CostNotCurrent: '项目处于阶段 {current}: 阶段 {phase} 的费用须按迟报记录',
  OverBudget: '阶段 {phase} 预算 {budget}, 已发生 {cost}: 再增加 {minor} 须由申请人以外的人批准',
  PhaseNotCurrent: '项目处于阶段 {current}, 而不是 {phase}',
  ProbabilityOutOfRange: '概率应在 0 至 {most} 个基点之间, 而不是 {bp}',
};
