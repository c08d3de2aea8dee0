import type { Instant } from '@millrace/kernel';
import type { Term } from '@millrace/sales';
import { isIn, millisBetween, type Span } from '../timeline.js';
import type { FunnelDefinition } from './definition.js';
import { entriesTo, type Path, type Visit } from './path.js';
import { adjacent, type Ratio } from './ratios.js';

/** Of the mature entries to `from`, how many went on to `to` within the window. */
export interface Conversion extends Ratio {
  /** Entries whose window has not run out by the as-of time: in neither count. */
  readonly immature: number;
}

/** Cohort conversions of a funnel. */
export interface Conversions {
  /** From each stage to the next. */
  readonly steps: ReadonlyArray<Conversion>;
  /** From the first stage to each later one but the next. */
  readonly overall: ReadonlyArray<Conversion>;
}

/** What conversions are asked of. */
export interface ConversionQuestion {
  readonly definition: FunnelDefinition;
  readonly asOf: Instant;
  /** Only entries that fall in it; all of them, when left out. */
  readonly span?: Span | undefined;
}

/** Cohort conversion, over mature entries only. @source metrics.md section 2, FUN-3, FUN-6, FUN-11 */
export const conversions = (paths: ReadonlyArray<Path>, question: ConversionQuestion): Conversions => {
  const stages = question.definition.stages.map((id, rank): Stage => ({ id, rank }));
  return {
    steps: adjacent(stages).map(([from, to]) => conversion(paths, from, to, question)),
    overall: stages.slice(0, 1).flatMap((from) => stages.slice(2).map((to) => conversion(paths, from, to, question))),
  };
};

interface Stage {
  readonly id: Term;
  readonly rank: number;
}

const conversion = (
  paths: ReadonlyArray<Path>,
  from: Stage,
  to: Stage,
  { definition, asOf, span }: ConversionQuestion,
): Conversion => {
  let numerator = 0;
  let denominator = 0;
  let immature = 0;
  for (const path of paths) {
    const goals = entriesTo(path, to.rank, { reach: definition.reach, entry: 'every' });
    for (const entry of entriesTo(path, from.rank, definition)) {
      if (span !== undefined && !isIn(entry.from, span)) continue;
      if (!isMature(entry, asOf, definition)) {
        immature += 1;
        continue;
      }
      denominator += 1;
      if (goals.some((goal) => followsInTime(goal, entry, definition))) numerator += 1;
    }
  }
  return { from: from.id, to: to.id, numerator, denominator, immature };
};

/** Units whose mature entry to the first stage led to the last one within the window, each once. @source DLR-35 */
export const buyersOf = <Unit extends Path>(
  paths: ReadonlyArray<Unit>,
  { definition, asOf, span }: ConversionQuestion,
): ReadonlyArray<Unit> =>
  paths.filter((path) => {
    const goals = entriesTo(path, definition.stages.length - 1, { reach: definition.reach, entry: 'every' });
    return entriesTo(path, 0, definition).some(
      (entry) =>
        (span === undefined || isIn(entry.from, span)) &&
        isMature(entry, asOf, definition) &&
        goals.some((goal) => followsInTime(goal, entry, definition)),
    );
  });

const DAY = 86_400_000;

type Window = Pick<FunnelDefinition, 'windowDays'>;

/** A window that ends at the as-of time has run out. */
const isMature = (entry: Visit, asOf: Instant, { windowDays }: Window): boolean =>
  windowDays === null || millisBetween(entry.from, asOf) >= windowDays * DAY;

/** Not before the entry, by order and not by time alone; at the end of the window at the latest. @source I-49: order matters */
const followsInTime = (goal: Visit, entry: Visit, { windowDays }: Window): boolean =>
  goal.revision >= entry.revision && (windowDays === null || millisBetween(entry.from, goal.from) <= windowDays * DAY);
