/** Numbers that look random and are the same in every run. */
export interface Random {
  /** A whole number from 0 up to, and without, `limit`. */
  readonly below: (limit: number) => number;
  readonly pick: <A>(items: ReadonlyArray<A>) => A;
}

/** @source G. Steele, S. Vigna, "Computationally easy, spectrally good multipliers" (2021): a 32-bit LCG, upper bits used */
export const randomOf = (seed: number): Random => {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 0x93d765dd) + 0x9e3779b9) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('there is nothing to pick from');
      return item;
    },
  };
};
