import { digest } from './digest.js';
import type { Contender, Row, Setting } from './row.js';

/** A contender's figures, one a round. */
export interface Measured {
  readonly name: string;
  readonly figures: ReadonlyArray<number>;
}

export interface Progress {
  readonly row: string;
  readonly round: number;
  readonly rounds: number;
  readonly contender: string;
}

/**
 * Runs the contenders of a row in turn, `rounds` times over, after one round that warms them up and
 * in which all must come to the same result.
 */
export const measure = async (
  row: Row,
  setting: Setting,
  rounds: number,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<ReadonlyArray<Measured>> => {
  const contenders = await row.contenders(setting);
  const figures = contenders.map((): Array<number> => []);
  const results = new Set<string>();
  for (let round = 0; round <= rounds; round++) {
    for (const [i, contender] of contenders.entries()) {
      onProgress({ row: row.name, round, rounds, contender: contender.name });
      const { figure, result } = await once(contender, setting);
      if (round > 0) figures[i]?.push(figure);
      else results.add(digest(result()));
      if (results.size > 1) throw new Error(`${row.name}: ${contender.name} comes to another result than the others`);
    }
  }
  return contenders.map(({ name }, i) => ({ name, figures: figures[i] ?? [] }));
};

interface Once {
  readonly figure: number;
  readonly result: () => unknown;
}

/** One round of one contender, on a heap without the garbage of the last. */
const once = async (contender: Contender, setting: Setting): Promise<Once> => {
  const { run, end, figure } = await contender.round();
  globalThis.gc?.();
  const start = performance.now();
  const returned = run();
  const result = returned instanceof Promise ? await returned : returned;
  const seconds = (performance.now() - start) / 1_000;
  await end?.();
  return {
    figure: figure?.() ?? (contender.size ?? setting.size) / seconds,
    result: () => result,
  };
};
