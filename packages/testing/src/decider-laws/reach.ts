import * as E from 'fp-ts/lib/Either.js';

/** A command's type, the stage it was asked at, what came of it, and how many times. */
export interface Cell {
  readonly command: string;
  /** Empty where the laws were given no `stageOf`. */
  readonly stage: string;
  /** `recorded`, `nothing`, or the type of the refusal. */
  readonly outcome: string;
  readonly times: number;
}

/** What a generator reached: runs of laws mean little where a cell is seldom or never met. */
export interface Reach {
  readonly cells: () => ReadonlyArray<Cell>;
  readonly times: (command: string, outcome: string, stage?: string) => number;
  /** Those of `outcomes` (by command) that were met fewer than `floor` times, over all stages. */
  readonly below: (
    floor: number,
    outcomes: { readonly [command: string]: ReadonlyArray<string> },
  ) => ReadonlyArray<Omit<Cell, 'stage'>>;
}

/** The outcome of a decision, in one word. */
const outcomeOf = (answer: E.Either<{ readonly type: string }, ReadonlyArray<unknown>>): string => {
  if (E.isLeft(answer)) return answer.left.type;
  return answer.right.length > 0 ? 'recorded' : 'nothing';
};

/** A {@link Reach} and the way to add to it. */
export const counter = () => {
  const counts = new Map<string, Cell>();
  const count = (
    command: string,
    stage: string,
    answer: E.Either<{ readonly type: string }, ReadonlyArray<unknown>>,
  ): void => {
    const outcome = outcomeOf(answer);
    const key = JSON.stringify([command, stage, outcome]);
    counts.set(key, { command, stage, outcome, times: (counts.get(key)?.times ?? 0) + 1 });
  };
  const cells = () => [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  const times: Reach['times'] = (command, outcome, stage) =>
    cells()
      .filter((cell) => cell.command === command && cell.outcome === outcome)
      .filter((cell) => stage === undefined || cell.stage === stage)
      .reduce((sum, cell) => sum + cell.times, 0);
  const below: Reach['below'] = (floor, outcomes) =>
    Object.entries(outcomes)
      .flatMap(([command, names]) => names.map((outcome) => ({ command, outcome, times: times(command, outcome) })))
      .filter((cell) => cell.times < floor);

  return { count, reach: { cells, times, below } satisfies Reach };
};
