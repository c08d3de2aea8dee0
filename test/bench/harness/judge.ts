import type { Measured } from './measure.js';
import type { Goal, Row } from './row.js';

/** A median, and how far the rounds lay apart. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** One line of the table: what `of` came to, beside another contender or alone. */
export interface Line {
  readonly of: string;
  readonly figure: Spread;
  readonly beside?: { readonly name: string; readonly figure: Spread; readonly ratio: Spread };
  /** What the ratio is of: our speed, time or memory, as the goal speaks of it. */
  readonly kind: 'speed' | 'time' | 'memory';
  readonly goal?: string;
  readonly met?: boolean;
}

/** The goals of a row held against what was measured; who has no goal is shown beside ours. */
export const judge = (
  { goals, unit }: Pick<Row, 'goals' | 'unit'>,
  measured: ReadonlyArray<Measured>,
): ReadonlyArray<Line> => {
  const ours = measured[0]?.name ?? '';
  const judged = goals.map((goal): Line => lineOf(goal, goal.of ?? ours, measured));
  const shown = new Set(goals.flatMap((goal) => [goal.of ?? ours, ...('against' in goal ? [goal.against] : [])]));
  const others = measured
    .filter(({ name }) => name !== ours && !shown.has(name))
    .map(({ name }): Line => besideLine(ours, name, measured, unit === 'MB' ? 'memory' : 'speed'));
  return [...judged, ...others];
};

const lineOf = (goal: Goal, of: string, measured: ReadonlyArray<Measured>): Line => {
  if ('speedAtLeast' in goal) {
    const line = besideLine(of, goal.against, measured, 'speed');
    return { ...line, goal: `>= ${goal.speedAtLeast}x`, met: ratioOf(line) >= goal.speedAtLeast };
  }
  if ('timeAtMost' in goal) {
    const line = besideLine(of, goal.against, measured, 'time');
    return { ...line, goal: `<= ${goal.timeAtMost}x`, met: ratioOf(line) <= goal.timeAtMost };
  }
  const figure = spreadOf(figuresOf(of, measured));
  if ('perSecondAtLeast' in goal) {
    const { perSecondAtLeast: least } = goal;
    return { of, figure, kind: 'speed', goal: `>= ${short(least)}/s`, met: figure.median >= least };
  }
  if ('microsecondsAtMost' in goal) {
    const { microsecondsAtMost: most } = goal;
    return { of, figure, kind: 'time', goal: `<= ${most} us`, met: 1_000_000 / figure.median <= most };
  }
  return {
    of,
    figure,
    kind: 'memory',
    goal: `<= ${goal.megabytesAtMost} MB`,
    met: figure.median <= goal.megabytesAtMost,
  };
};

/** The ratio of each round, so that what slows a machine down for a while slows both. */
const besideLine = (of: string, name: string, measured: ReadonlyArray<Measured>, kind: Line['kind']): Line => {
  const [mine, theirs] = [figuresOf(of, measured), figuresOf(name, measured)];
  const ratios = mine.map((figure, round) => {
    const other = theirs[round] ?? Number.NaN;
    return kind === 'time' ? other / figure : figure / other;
  });
  const figure = spreadOf(mine);
  return { of, figure, kind, beside: { name, figure: spreadOf(theirs), ratio: spreadOf(ratios) } };
};

const ratioOf = ({ beside }: Line): number => beside?.ratio.median ?? Number.NaN;

const figuresOf = (name: string, measured: ReadonlyArray<Measured>): ReadonlyArray<number> => {
  const found = measured.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`a goal speaks of ${name}, who does not compete`);
  return found.figures;
};

const spreadOf = (figures: ReadonlyArray<number>): Spread => {
  const sorted = [...figures].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('nothing was measured');
  return { median: (low + high) / 2, least: sorted[0] ?? low, most: sorted.at(-1) ?? high };
};

/** A figure in at most four digits: 1.23M, 456k, 78. */
export const short = (figure: number): string => {
  if (figure >= 10_000_000) return `${(figure / 1_000_000).toFixed(1)}M`;
  if (figure >= 1_000_000) return `${(figure / 1_000_000).toFixed(2)}M`;
  return figure >= 10_000 ? `${Math.round(figure / 1_000)}k` : `${Math.round(figure)}`;
};
