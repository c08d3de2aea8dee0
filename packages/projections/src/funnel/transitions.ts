import type { Instant } from '@millrace/kernel';
import { byText } from '../count.js';
import { isIn, type Span } from '../timeline.js';
import type { Path } from './path.js';

/** Moves between two places of the funnel; journeys come from `opened` and end in an outcome. */
export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly n: number;
}

/** The transition matrix, sorted by from and to; of one span of time, where one is given. @source metrics.md FUN-5 */
export const transitions = (paths: ReadonlyArray<Path>, span?: Span): ReadonlyArray<Transition> => {
  const cells = new Map<string, Map<string, number>>();
  for (const path of paths) {
    for (const { from, to, at } of steps(path)) {
      if (span !== undefined && !isIn(at, span)) continue;
      const row = cells.get(from) ?? new Map<string, number>();
      cells.set(from, row);
      row.set(to, (row.get(to) ?? 0) + 1);
    }
  }
  return [...cells]
    .flatMap(([from, row]) => [...row].map(([to, n]): Transition => ({ from, to, n })))
    .sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to));
};

interface Step {
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
}

const steps = ({ visits, ending }: Path): ReadonlyArray<Step> => {
  const stops = [
    ...visits.map(({ stage, from }) => ({ to: stage as string, at: from })),
    ...(ending === undefined ? [] : [{ to: ending.outcome as string, at: ending.at }]),
  ];
  return stops.map((stop, i) => ({ from: stops[i - 1]?.to ?? 'opened', ...stop }));
};
