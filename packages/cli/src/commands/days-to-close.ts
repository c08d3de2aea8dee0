import type { PipelineCycle } from '@millrace/projections';
import { rounded } from '../render/ratio.js';

/** Days to close, rounded half up to two decimals; null where nothing was won or lost. */
export const daysOf = ({ n, min, max, mean, median }: PipelineCycle) => ({
  n,
  min: min ?? null,
  max: max ?? null,
  mean: mean === undefined ? null : rounded(mean, 2),
  median: median === undefined ? null : rounded(median, 2),
});
