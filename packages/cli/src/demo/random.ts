/** A source of numbers that gives the same ones for the same seed. */
export interface Random {
  /** From 0 up to, and never, 1. */
  readonly next: () => number;
  /** True with a probability. */
  readonly chance: (probability: number) => boolean;
  /** A number from `low` up to, and never, `high`. */
  readonly between: (low: number, high: number) => number;
  /** One of some things, each as often as its weight says. */
  readonly pick: <A>(weighted: ReadonlyArray<readonly [A, number]>) => A;
}

/** @source G. Steele, S. Vigna: SplitMix, with 32 bits of state */
export const randomOf = (seed: number): Random => {
  let state = Math.imul(seed + 1, 0x9e3779b9) | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    pick: (weighted) => {
      let left = next() * weighted.reduce((all, [, weight]) => all + weight, 0);
      for (const [thing, weight] of weighted) {
        left -= weight;
        if (left < 0) return thing;
      }
      const last = weighted.at(-1);
      if (last === undefined) throw new RangeError('nothing to pick from');
      return last[0];
    },
  };
};
