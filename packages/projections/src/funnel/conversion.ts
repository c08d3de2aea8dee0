import { epochMillis, type Instant, type Period } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import type { FunnelDefinition } from './definition.js';
import { entriesTo, type Path } from './path.js';
import type { StageCounts, Transition } from './stages.js';

/** An exact ratio of counts; undefined, not zero, where the denominator is zero. */
export interface Ratio {
  readonly from: Term;
  readonly to: Term;
  readonly numerator: number;
  readonly denominator: number;
}

/** Of the mature entries to `from`, how many went on to `to` within the window. */
export interface Conversion extends Ratio {
  /** Entries whose window has not run out by the as-of time: in neither count. */
  readonly immature: number;
}

const DAY = 86_400_000;

/**
 * Cohort conversion between two stages, over mature entries only.
 *
 * @source metrics.md section 2, FUN-3, FUN-6, FUN-11
 */
export const conversion = (
  paths: ReadonlyArray<Path>,
  definition: FunnelDefinition,
  ranks: { readonly from: number; readonly to: number },
  asOf: Instant,
  cohort?: Pick<Period, 'start' | 'end'>,
): Conversion => {
  const window = definition.windowDays === null ? undefined : definition.windowDays * DAY;
  const end = epochMillis(asOf);
  let numerator = 0;
  let denominator = 0;
  let immature = 0;
  for (const path of paths) {
    const goals = entriesTo(path, ranks.to, { reach: definition.reach, entry: 'every' });
    for (const { from } of entriesTo(path, ranks.from, definition)) {
      if (cohort !== undefined && (from < cohort.start || from >= cohort.end)) continue;
      const start = epochMillis(from);
      if (window !== undefined && start + window > end) {
        immature += 1;
        continue;
      }
      denominator += 1;
      const converted = goals.some((goal) => {
        const after = epochMillis(goal.from) - start;
        return after >= 0 && (window === undefined || after <= window);
      });
      if (converted) numerator += 1;
    }
  }
  const [from, to] = [definition.stages[ranks.from], definition.stages[ranks.to]] as [Term, Term];
  return { from, to, numerator, denominator, immature };
};

/** Step by step, and from the first stage to each later one. */
export const conversions = (
  paths: ReadonlyArray<Path>,
  definition: FunnelDefinition,
  asOf: Instant,
): ReadonlyArray<Conversion> =>
  pairs(definition.stages.length).map((ranks) => conversion(paths, definition, ranks, asOf));

interface Ranks {
  readonly from: number;
  readonly to: number;
}

const steps = (stages: number): ReadonlyArray<Ranks> =>
  Array.from({ length: Math.max(0, stages - 1) }, (_, rank) => ({ from: rank, to: rank + 1 }));

const pairs = (stages: number): ReadonlyArray<Ranks> => [
  ...steps(stages),
  ...Array.from({ length: Math.max(0, stages - 2) }, (_, i) => ({ from: 0, to: i + 2 })),
];

/** Units now in the one stage over units now in the other; may exceed one, and is no conversion. */
export const stockRatios = (counts: ReadonlyArray<StageCounts>): ReadonlyArray<Ratio> =>
  steps(counts.length).flatMap(({ from, to }) => {
    const [lower, higher] = [counts[from], counts[to]];
    if (lower === undefined || higher === undefined) return [];
    return [{ from: lower.id, to: higher.id, numerator: higher.current, denominator: lower.current }];
  });

/** Moves from the one stage to the other over all moves out of the one; at most one. */
export const flowRatios = ({ stages }: FunnelDefinition, matrix: ReadonlyArray<Transition>): ReadonlyArray<Ratio> =>
  steps(stages.length).flatMap((ranks) => {
    const [from, to] = [stages[ranks.from], stages[ranks.to]];
    if (from === undefined || to === undefined) return [];
    const exits = matrix.filter((cell) => cell.from === from);
    const denominator = exits.reduce((all, { n }) => all + n, 0);
    return [{ from, to, numerator: exits.find((cell) => cell.to === to)?.n ?? 0, denominator }];
  });
