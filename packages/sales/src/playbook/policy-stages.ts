/** Rules about the stages, and what goes along with them. */
import { firstStageOf, rankOf } from './document.js';
import type { Rule } from './rule.js';

/** Q5: the purchase is decided at the end of the road, and the road has a beginning. */
export const purchaseStageIsLast: Rule = ({ customer }) => {
  const { purchaseStage: stage, stages } = customer;
  const rank = rankOf(customer, stage);
  if (rank !== stages.length - 1) return { type: 'PurchaseStageNotLast', stage, last: stages.at(-1)?.id ?? '' };
  return rank === 0 ? { type: 'PurchaseStageFirst', stage } : undefined;
};

/** DLR-15: the buyer's steps go through the stages in order. */
export const buyerStepsClimb: Rule = ({ customer }) => {
  const { buyerSteps } = customer;
  for (const [index, { id: step, stage }] of buyerSteps.entries()) {
    const after = buyerSteps[index - 1]?.stage ?? firstStageOf(customer);
    if (rankOf(customer, stage) < rankOf(customer, after)) return { type: 'BuyerStepTooEarly', step, stage, after };
  }
  return undefined;
};

/** DLR-14: one figure for each stage. */
export const benchmarkFitsStages: Rule = ({ customer: { benchmark, stages } }) =>
  benchmark.length === stages.length
    ? undefined
    : { type: 'BenchmarkMismatch', stages: stages.length, benchmark: benchmark.length };

/** DLR-14, FUN-1: nobody comes to a stage who did not come to the one before. */
export const benchmarkIsFunnel: Rule = ({ customer: { benchmark, stages } }) => {
  for (const [rank, { id: stage }] of stages.entries()) {
    const figure = benchmark[rank] ?? 0;
    const most = benchmark[rank - 1] ?? Number.MAX_SAFE_INTEGER;
    if (figure < 1 || figure > most) return { type: 'BenchmarkOutOfRange', stage, figure, most };
  }
  return undefined;
};
