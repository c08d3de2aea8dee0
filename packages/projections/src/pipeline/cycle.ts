import type { Share } from './board.js';
import type { DaysBetween } from './days.js';
import type { PipelineUnit } from './standing.js';

/** How long it took from opening to the outcome. Nothing but `n` where no project was won or lost. @units calendar days */
export interface PipelineCycle {
  readonly n: number;
  readonly min?: number;
  readonly max?: number;
  readonly mean?: Share;
  readonly median?: Share;
}

/** The days to close of projects won or lost. */
export const cycleOf = (units: ReadonlyArray<PipelineUnit>, daysBetween: DaysBetween): PipelineCycle => {
  const days = units
    .flatMap(({ openedAt, outcome }) =>
      outcome?.outcome === 'won' || outcome?.outcome === 'lost' ? [daysBetween(openedAt, outcome.at)] : [],
    )
    .sort((a, b) => a - b);
  const n = days.length;
  const [min, max] = [days[0], days.at(-1)];
  if (min === undefined || max === undefined) return { n };
  const [low, high] = [days[Math.floor((n - 1) / 2)] ?? min, days[Math.floor(n / 2)] ?? max];
  return {
    n,
    min,
    max,
    mean: { numerator: days.reduce((all, one) => all + one, 0), denominator: n },
    median: { numerator: low + high, denominator: 2 },
  };
};
